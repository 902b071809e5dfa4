import fc from 'fast-check';
import type { MetricValue } from '@portal/plugin-metrics-common';
import { checkStanding } from './checkStanding';
import { comparablePillar } from './comparablePillar';
import { comparedShares } from './comparedShares';
import { defaultPillars } from './defaultPillars';
import { nodeHealthOf, withPillars } from './nodeHealthOf';
import { pillarStanding } from './pillarStanding';
import { standings, type NodeHealth, type Standing } from './Standing';

const valueOf = (value?: number): MetricValue => ({
  state: value === undefined ? 'insufficient-data' : 'ok',
  value,
  unit: 'count',
  sampleSize: 1,
});
const standing = fc.constantFrom<Standing>(...standings);
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('checkStanding', () => {
  it('meets at the target, watches up to the floor, and is below beyond it', () => {
    const lower = { of: 'value' as const, target: 10, floor: 20 };
    const stands = (value: number) =>
      checkStanding(lower, 'lower', valueOf(value)).standing;
    expect([9, 10, 11, 20, 21].map(stands)).toEqual([
      'meets',
      'meets',
      'watch',
      'watch',
      'below',
    ]);
    const higher = { of: 'value' as const, target: 20, floor: 10 };
    expect(
      [21, 20, 19, 10, 9].map(
        value => checkStanding(higher, 'higher', valueOf(value)).standing,
      ),
    ).toEqual(['meets', 'meets', 'watch', 'watch', 'below']);
  });

  it('never gets worse when the value gets better', () => {
    const rank = ['below', 'watch', 'meets'];
    fc.assert(
      fc.property(number, number, number, number, (a, b, one, other) => {
        const check = {
          of: 'value' as const,
          target: Math.max(a, b),
          floor: Math.min(a, b),
        };
        const [less, more] = [one, other].sort((x, y) => x - y);
        const of = (value: number) =>
          rank.indexOf(checkStanding(check, 'higher', valueOf(value)).standing);
        expect(of(more)).toBeGreaterThanOrEqual(of(less));
      }),
    );
  });

  it('compares a change, and knows none from nothing', () => {
    const check = { of: 'change' as const, target: 0.1, floor: 0.25 };
    expect(
      checkStanding(check, 'lower', valueOf(110), valueOf(100)).standing,
    ).toBe('watch');
    expect(checkStanding(check, 'lower', valueOf(90), valueOf(100))).toEqual({
      standing: 'meets',
      change: expect.closeTo(-0.1),
    });
    expect(
      checkStanding(check, 'lower', valueOf(90), valueOf(0)).standing,
    ).toBe('unmeasured');
    expect(checkStanding(check, 'lower', valueOf(90)).standing).toBe(
      'unmeasured',
    );
  });

  it('takes what is reported no more for stale, and what never was for unmeasured', () => {
    const check = { of: 'value' as const, target: 1, floor: 0 };
    expect(
      checkStanding(check, 'higher', { ...valueOf(5), state: 'stale' })
        .standing,
    ).toBe('stale');
    expect(checkStanding(check, 'higher', valueOf()).standing).toBe(
      'unmeasured',
    );
    expect(checkStanding(check, 'higher', undefined).standing).toBe(
      'unmeasured',
    );
  });
});

describe('pillarStanding', () => {
  it('is the worst of what is fresh', () => {
    expect(pillarStanding(['meets', 'watch', 'stale'])).toBe('watch');
    expect(pillarStanding(['stale', 'unmeasured'])).toBe('stale');
    expect(pillarStanding(['unmeasured'])).toBe('unmeasured');
    expect(pillarStanding([])).toBe('unmeasured');
  });
});

describe('nodeHealthOf', () => {
  const services = fc.array(
    fc.record({
      delivery: standing,
      cost: standing,
      security: standing,
    }) as fc.Arbitrary<Record<string, Standing>>,
    { maxLength: 30 },
  );

  it('counts every service once in each pillar, whatever their order', () => {
    fc.assert(
      fc.property(services, found => {
        const health = nodeHealthOf(defaultPillars, found);
        expect(health.services).toBe(found.length);
        for (const { counts } of health.pillars) {
          const all = Object.values(counts).reduce(
            (sum, each) => sum + each,
            0,
          );
          expect(all).toBe(found.length);
        }
        expect(nodeHealthOf(defaultPillars, [...found].reverse())).toEqual(
          health,
        );
      }),
    );
  });

  it('adds: the counts of two nodes are those of both together', () => {
    fc.assert(
      fc.property(services, services, (one, other) => {
        const both = nodeHealthOf(defaultPillars, [...one, ...other]);
        const first = nodeHealthOf(defaultPillars, one);
        const second = nodeHealthOf(defaultPillars, other);
        both.pillars.forEach(({ counts }, index) => {
          for (const each of standings) {
            expect(counts[each]).toBe(
              first.pillars[index].counts[each] +
                second.pillars[index].counts[each],
            );
          }
        });
      }),
    );
  });

  it('has a share between 0 and 1, or none; never NaN', () => {
    fc.assert(
      fc.property(services, found => {
        const { share, known } = nodeHealthOf(defaultPillars, found);
        expect(share === undefined || (share >= 0 && share <= 1)).toBe(true);
        expect(known).toBeGreaterThanOrEqual(0);
        expect(known).toBeLessThanOrEqual(1);
        expect(known === 0).toBe(share === undefined);
      }),
    );
  });

  it('lies between its parts: what is measured of few sways little', () => {
    fc.assert(
      fc.property(services, services, (one, other) => {
        const both = nodeHealthOf(defaultPillars, [...one, ...other]).share;
        const shares = [one, other].flatMap(
          part => nodeHealthOf(defaultPillars, part).share ?? [],
        );
        expect(both === undefined).toBe(shares.length === 0);
        const whole = both === undefined ? [] : [both];
        expect(
          whole.every(
            share =>
              share >= Math.min(...shares) - 1e-12 &&
              share <= Math.max(...shares) + 1e-12,
          ),
        ).toBe(true);
      }),
    );
    const measured = Array.from({ length: 99 }, () => ({
      delivery: 'meets' as const,
    }));
    const [delivery, , security] = defaultPillars;
    const { share, known } = nodeHealthOf(
      [delivery, security],
      [...measured, { security: 'below' }],
    );
    // 99 of 100 expectations that were looked at, half of the 200 there are.
    expect(share).toBeCloseTo(0.99);
    expect(known).toBeCloseTo(0.5);
  });

  it('says the standing of a single service', () => {
    const { pillars } = nodeHealthOf(defaultPillars, [{ delivery: 'watch' }]);
    expect(pillars[0]).toMatchObject({ only: 'watch', share: 0 });
    expect(pillars[1]).toMatchObject({ only: 'unmeasured' });
    expect(pillars[1].share).toBeUndefined();
  });

  it('counts what is exempt as neither meeting nor below', () => {
    const { pillars } = nodeHealthOf(defaultPillars, [
      { delivery: 'meets' },
      { delivery: 'below' },
      { delivery: 'exempt' },
    ]);
    expect(pillars[0]).toMatchObject({ share: 0.5, counts: { exempt: 1 } });
  });

  it('compares only what was measured on both days', () => {
    const then = nodeHealthOf(defaultPillars, [{ delivery: 'meets' }]);
    const now = nodeHealthOf(defaultPillars, [
      { delivery: 'meets', documentation: 'below' },
    ]);
    expect(now.share).toBeCloseTo(3 / 4);
    expect(comparedShares(defaultPillars, now, then)).toEqual({
      now: 1,
      then: 1,
      isPart: true,
    });
    expect(comparedShares(defaultPillars, now, now)).toMatchObject({
      now: now.share,
      isPart: false,
    });
    expect(comparedShares(defaultPillars, now, undefined)).toBeUndefined();
    expect(
      comparedShares(defaultPillars, now, nodeHealthOf(defaultPillars, [{}])),
    ).toBeUndefined();
  });

  it('compares a pillar only where about as many services were measured', () => {
    const of = (meets: number, below: number, stale = 0) =>
      nodeHealthOf(
        defaultPillars,
        (['meets', 'below', 'stale'] as const).flatMap((delivery, index) =>
          Array.from({ length: [meets, below, stale][index] }, () => ({
            delivery,
          })),
        ),
      );
    const [now] = of(30, 30).pillars;
    const compared = (then: NodeHealth) =>
      comparablePillar(now, then.pillars[0]);
    expect(compared(of(33, 12, 15))).toBeUndefined();
    expect(compared(of(27, 27, 6))).toEqual({ now: 0.5, then: 0.5 });
    expect(compared(of(0, 0, 60))).toBeUndefined();
    expect(
      comparedShares(defaultPillars, of(30, 30), of(33, 12, 15)),
    ).toBeUndefined();
  });

  it('weighs anew when pillars are hidden', () => {
    const health = nodeHealthOf(defaultPillars, [
      { delivery: 'meets', cost: 'below' },
      { delivery: 'below', cost: 'below' },
    ]);
    expect(health.share).toBeCloseTo((3 * 0.5 + 2 * 0) / 5);
    const [delivery] = defaultPillars;
    expect(withPillars(health, [delivery])).toMatchObject({
      share: 0.5,
      known: 1,
    });
  });
});
