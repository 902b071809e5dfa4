import type { Member } from '@portal/plugin-org-history-common';
import type { Span } from '../database/DeliveryStore';
import type { MemberDays } from '../database/OverviewStore';

/** The components of a scope, by whether they belonged for all of a time. */
export type SplitMembers = {
  /** Belonged the whole time. */
  whole: string[];
  /** The days of those that did not, in order; several of one that came back. */
  partial: MemberDays[];
};

/** Sorts out which members belong for all of a time: for those, sums of the whole of it hold. */
export function splitMembers(
  members: readonly Member[],
  span: Span,
): SplitMembers {
  const split: SplitMembers = { whole: [], partial: [] };
  for (const { ref, intervals } of members) {
    const isWhole = intervals.some(
      ({ from, to }) =>
        (from === undefined || Date.parse(from) <= span.from) &&
        (to === undefined || Date.parse(to) >= span.to),
    );
    if (isWhole) {
      split.whole.push(ref);
    } else {
      for (const { from, to } of intervals) {
        split.partial.push({
          entityRef: ref,
          from: from?.slice(0, 10),
          to: to?.slice(0, 10),
        });
      }
    }
  }
  return split;
}

/** The days of everything that is known and does not belong: with those of the members, each day of each service once. */
export function daysOfOthers(
  known: Iterable<string>,
  { whole, partial }: SplitMembers,
): MemberDays[] {
  const members = new Set(whole);
  const others: MemberDays[] = [];
  let last: MemberDays | undefined;
  const close = () => {
    if (last?.to !== undefined) {
      others.push({ entityRef: last.entityRef, from: last.to });
    }
  };
  for (const stretch of partial) {
    const { entityRef, from } = stretch;
    const isSame = last?.entityRef === entityRef;
    if (!isSame) {
      close();
      members.add(entityRef);
    }
    if (from !== undefined) {
      others.push({ entityRef, from: isSame ? last?.to : undefined, to: from });
    }
    last = stretch;
  }
  close();
  for (const entityRef of known) {
    if (!members.has(entityRef)) {
      others.push({ entityRef });
    }
  }
  return others;
}
