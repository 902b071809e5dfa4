import fc from 'fast-check';
import { coverageOf } from './coverageOf';
import { documentationOf } from './documentationOf';
import { missingUntilGoal } from './missingUntilGoal';

const parts = fc
  .tuple(fc.nat({ max: 2000 }), fc.nat({ max: 2000 }))
  .map(([a, b]) => ({
    countable: Math.max(a, b),
    documented: Math.min(a, b),
  }));

const goals = fc.nat({ max: 1000 }).map(thousandths => thousandths / 1000);

describe('coverageOf', () => {
  it('is the share of those that should have documentation', () => {
    expect(coverageOf({ countable: 8, documented: 6 })).toEqual({
      state: 'ok',
      value: 0.75,
      unit: 'ratio',
      sampleSize: 8,
    });
  });

  it('is no figure, and never 0, where nothing should have documentation', () => {
    const value = coverageOf({ countable: 0, documented: 0 });
    expect(value.state).toBe('insufficient-data');
    expect(value.value).toBeUndefined();
    expect(value.cure).toContain('docsCoverage.count');
  });
});

describe('missingUntilGoal', () => {
  it('is 0 where the goal is met, and where nothing counts', () => {
    expect(missingUntilGoal({ countable: 10, documented: 9 }, 0.9)).toBe(0);
    expect(missingUntilGoal({ countable: 0, documented: 0 }, 0.9)).toBe(0);
  });

  it('is not one too many where the product of share and count is inexact', () => {
    expect(0.07 * 100).toBeGreaterThan(7);
    expect(missingUntilGoal({ countable: 100, documented: 7 }, 0.07)).toBe(0);
  });

  it('is the smallest number that meets the goal', () => {
    fc.assert(
      fc.property(parts, goals, ({ countable, documented }, goal) => {
        fc.pre(countable > 0);
        const missing = missingUntilGoal({ countable, documented }, goal);
        expect((documented + missing) / countable).toBeGreaterThanOrEqual(goal);
        const oneLess = (documented + missing - 1) / countable;
        expect(missing === 0 || oneLess < goal).toBe(true);
      }),
    );
  });
});

describe('documentationOf', () => {
  const shop = 'component:default/shop';
  const own = { 'backstage.io/techdocs-ref': 'dir:.' };
  const of = (reference: string) => ({
    ...own,
    'backstage.io/techdocs-entity': reference,
  });

  it.each([
    ['its own site', own, shop],
    ['the site of another', of('System:Default/Sales'), 'system:default/sales'],
    ['a short reference', of('till'), 'component:default/till'],
    ['nothing', {}, undefined],
    ['no reference', of('system:'), undefined],
  ])('reads %s', (_, annotations, expected) => {
    expect(documentationOf(shop, annotations)).toBe(expected);
  });
});
