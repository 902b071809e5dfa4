import fc from 'fast-check';
import { freshnessOf } from './freshnessOf';

const day = 24 * 60 * 60 * 1000;
const instant = fc.option(fc.nat({ max: 1000 * day }), { nil: undefined });
const changes = fc.record({
  changedAt: instant,
  changeObserved: fc.boolean(),
  deployedAt: instant,
});

describe('freshnessOf', () => {
  it('compares the last change of the text with the last deployment', () => {
    const judge = (deployedDay: number, changeObserved = true) =>
      freshnessOf(
        { changedAt: 100 * day, changeObserved, deployedAt: deployedDay * day },
        90,
      );
    expect(judge(1)).toBe('fresh');
    expect(judge(190)).toBe('fresh');
    expect(judge(190.01)).toBe('stale');
    // It may be older than it seems: that makes it no less stale, and no fresher.
    expect(judge(190.01, false)).toBe('stale');
    expect(judge(190, false)).toBe('unknown');
  });

  it('is never fresh where something is not known, and never gets fresher by another deployment', () => {
    fc.assert(
      fc.property(changes, fc.nat({ max: 400 }), (known, staleAfterDays) => {
        const freshness = freshnessOf(known, staleAfterDays);
        const { changedAt, deployedAt, changeObserved } = known;
        const isKnown = changedAt !== undefined && deployedAt !== undefined;
        expect(freshness !== 'unknown' && !isKnown).toBe(false);
        expect(freshness === 'fresh' && !changeObserved).toBe(false);
        const later = { ...known, deployedAt: (deployedAt ?? 0) + day };
        expect(
          freshness === 'stale' &&
            freshnessOf(later, staleAfterDays) !== 'stale',
        ).toBe(false);
      }),
    );
  });
});
