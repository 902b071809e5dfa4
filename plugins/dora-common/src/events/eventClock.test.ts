import fc from 'fast-check';
import {
  checkEventClock,
  checkEventInstants,
  readEventInstant,
} from './eventClock';
import { splitLeadTime } from './splitLeadTime';

const now = Date.UTC(2026, 0, 15, 12);
const day = 86_400_000;

describe('clocks of events', () => {
  it('accept every instant from 2000 to a day from now, and no other', () => {
    const accepts = (at: number) => {
      try {
        checkEventClock({ field: 'openedAt', at, now });
        return true;
      } catch (error) {
        return (error as Error).message.includes('openedAt') ? false : error;
      }
    };
    const first = Date.UTC(2000, 0, 1);
    fc.assert(
      fc.property(fc.double(), at => {
        expect(accepts(at)).toBe(at >= first && at <= now + day);
      }),
    );
    expect([first, first - 1, now + day, now + day + 1].map(accepts)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('name the field that is wrong', () => {
    const read = (text: string) =>
      readEventInstant({ field: 'deployment.finishedAt', text, now });
    expect(read('2026-01-15T13:00:00+01:00')).toBe(now);
    expect(() => read('yesterday')).toThrow(
      "deployment.finishedAt is 'yesterday', which is no ISO 8601 instant",
    );
    expect(() => read('1970-01-21T00:00:00Z')).toThrow(
      'deployment.finishedAt is 1970-01-21T00:00:00.000Z, before the year 2000',
    );
    expect(() =>
      checkEventInstants({ openedAt: now, resolvedAt: now + 2 * day }, now),
    ).toThrow('resolvedAt is 2026-01-17T12:00:00.000Z, more than a day');
    checkEventInstants({ openedAt: now, resolvedAt: undefined, id: '1' }, now);
  });
});

describe('splitLeadTime', () => {
  const instant = fc.integer({ min: 0, max: 1000 });

  it('splits the whole into its parts', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(instant, { minLength: 5, maxLength: 5 }),
        unsorted => {
          const sorted = unsorted.sort((a, b) => a - b);
          const [firstCommitAt, openedAt, firstReviewAt, mergedAt] = sorted;
          const split = splitLeadTime(
            {
              number: 1,
              service: 'shop',
              mergeSha: 'a',
              firstCommitAt,
              openedAt,
              firstReviewAt,
              mergedAt,
            },
            sorted[4],
          );
          const { coding = NaN, review = NaN, mergeToDeploy = NaN } = split;
          expect(coding + review + mergeToDeploy).toBe(split.fromFirstCommit);
          expect(split.pickup).toBeLessThan(review);
        },
      ),
    );
  });

  it('leaves out what is unknown or negative', () => {
    expect(
      splitLeadTime({
        number: 1,
        service: 'shop',
        mergeSha: 'a',
        firstCommitAt: 5,
        openedAt: 3,
        mergedAt: 9,
      }),
    ).toEqual({ review: 6 });
  });

  it('tells nothing of the coding where the first commit is unknown', () => {
    const pullRequest = {
      number: 1,
      service: 'shop',
      mergeSha: 'a',
      openedAt: 3,
      mergedAt: 9,
    };
    expect(splitLeadTime(pullRequest, 11)).toEqual({
      review: 6,
      mergeToDeploy: 2,
    });
  });
});
