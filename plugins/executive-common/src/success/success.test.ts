import fc from 'fast-check';
import { successProgress } from './successProgress';

const positive = fc.double({ min: 0.001, max: 1e6, noNaN: true });

describe('successProgress', () => {
  it('is done when the goal is reached, whichever way is better', () => {
    expect(
      successProgress({ kind: 'change', ratio: 0.5 }, 10, 15).progress,
    ).toBeCloseTo(1);
    expect(
      successProgress({ kind: 'change', ratio: -0.4 }, 10, 6).progress,
    ).toBeCloseTo(1);
    expect(
      successProgress({ kind: 'value', value: 0.9 }, 0.5, 0.7).progress,
    ).toBeCloseTo(0.5);
  });

  it('is at its start with the baseline, and below 0 when it went the other way', () => {
    fc.assert(
      fc.property(positive, baseline => {
        const { progress } = successProgress(
          { kind: 'change', ratio: -0.8 },
          baseline,
          baseline,
        );
        expect(progress).toBeCloseTo(0);
      }),
    );
    expect(
      successProgress({ kind: 'change', ratio: -0.4 }, 10, 12).progress,
    ).toBeCloseTo(-0.5);
  });

  it('never divides by nothing', () => {
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(0, 0.9, 5), { nil: undefined }),
        fc.option(fc.constantFrom(0, 0.9, 5), { nil: undefined }),
        fc.constantFrom(
          { kind: 'change' as const, ratio: 0.3 },
          { kind: 'value' as const, value: 0.9 },
        ),
        (baseline, now, goal) => {
          const found = Object.values(successProgress(goal, baseline, now));
          expect(found.every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });
});
