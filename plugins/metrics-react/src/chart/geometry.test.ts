import fc from 'fast-check';
import { axisTicks, labelledPoints, linePaths } from './geometry';

describe('axisTicks', () => {
  it('chooses steps that read well', () => {
    expect(axisTicks(2.3, '1/week')).toEqual([0, 1, 2, 3]);
    expect(axisTicks(0.12, 'ratio').map(tick => tick.toFixed(2))).toEqual([
      '0.00',
      '0.05',
      '0.10',
      '0.15',
    ]);
    expect(axisTicks(40, 'h')).toEqual([0, 12, 24, 36, 48]);
    expect(axisTicks(0, 'count')).toEqual([0, 0.5, 1]);
    expect(axisTicks(5e-324, 'count')).toEqual([0, 0.5, 1]);
  });

  it('starts at zero, covers the largest value and has two to six ticks', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.constantFrom('h' as const, 'ratio' as const, '1/week' as const),
        (largest: number, unit: 'h' | 'ratio' | '1/week') => {
          const ticks = axisTicks(largest, unit);
          expect(ticks[0]).toBe(0);
          expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(
            largest * (1 - 1e-6),
          );
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          expect(ticks.length).toBeLessThanOrEqual(6);
        },
      ),
    );
  });
});

describe('linePaths', () => {
  const spot = (x: number, complete = true) => ({ x, y: x, complete });

  it('breaks at a gap and dashes what is not over', () => {
    expect(
      linePaths([spot(0), spot(1), undefined, spot(3), spot(4, false)]),
    ).toEqual({ solid: 'M0 0L1 1', dashed: 'M3 3L4 4' });
  });

  it('draws nothing through a single point', () => {
    expect(linePaths([spot(1)])).toEqual({ solid: '', dashed: '' });
    expect(linePaths([])).toEqual({ solid: '', dashed: '' });
  });
});

describe('labelledPoints', () => {
  it('leaves room for each label', () => {
    expect(labelledPoints(4, 400, 60)).toEqual([0, 1, 2, 3]);
    expect(labelledPoints(14, 300, 60)).toEqual([0, 3, 6, 9, 12]);
    expect(labelledPoints(3, 10, 60)).toEqual([0]);
  });
});
