import { mergeReports, type Report } from '@portal/plugin-dora-common';
import fc from 'fast-check';

/**
 * Reports give the same facts in whatever order and however often they come.
 *
 * @returns Those facts.
 */
export function expectSameInAnyOrder(reports: readonly Report[]): Report[] {
  const facts = mergeReports(reports);
  const all = [...reports];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.shuffledSubarray(all),
      (order, again) => {
        expect(mergeReports([...order, ...again])).toEqual(facts);
      },
    ),
  );
  return facts;
}
