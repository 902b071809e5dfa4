import fc from 'fast-check';
import { daysOfOthers, splitMembers } from './memberDays';

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const span = { from: start, to: start + 10 * day };
const at = (index: number) => new Date(start + index * day);

/** Ends of intervals in order, the first and the last open where they are at the edge. */
const intervals = fc
  .uniqueArray(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 6 })
  .map(ends => {
    const sorted = ends.sort((a, b) => a - b);
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => {
      const [from, to] = sorted.slice(2 * index, 2 * index + 2);
      return {
        from: from === 0 ? undefined : at(from).toISOString(),
        to: to === 10 ? undefined : at(to).toISOString(),
      };
    });
  });

describe('members of a scope and their days', () => {
  it('are, with those of others, each day of each service once', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), intervals),
        found => {
          const members = Object.entries(found).map(([ref, times]) => ({
            ref,
            intervals: times,
          }));
          const split = splitMembers(members, span);
          const known = ['a', 'b', 'c', 'd'];
          const stretches = [
            ...split.whole.map(entityRef => ({ entityRef })),
            ...split.partial,
          ];
          const others = daysOfOthers(known, split);
          for (const entityRef of known) {
            for (let index = 0; index < 10; index += 1) {
              const date = at(index).toISOString().slice(0, 10);
              const countIn = (list: typeof others) =>
                list.filter(
                  each =>
                    each.entityRef === entityRef &&
                    (each.from === undefined || each.from <= date) &&
                    (each.to === undefined || date < each.to),
                ).length;
              const belongs = (found[entityRef] ?? []).some(
                ({ from, to }) =>
                  (from === undefined || from.slice(0, 10) <= date) &&
                  (to === undefined || date < to.slice(0, 10)),
              );
              expect([countIn(stretches), countIn(others)]).toEqual(
                belongs ? [1, 0] : [0, 1],
              );
            }
          }
        },
      ),
    );
  });
});
