import type { RefSpan, Span } from '@portal/plugin-org-history-node';
import { commonSpan } from '@portal/plugin-org-history-node';

/** Entities whose sums are asked for, under the key that they are added to. */
export type Subjects = {
  /** The same all the time: sums of months hold for them. */
  stable: Array<{ ref: string; key: string }>;
  /** Days `YYYY-MM-DD`, `[from, to)`, of those that changed in between. */
  moved: Array<{ ref: string; key: string; from: string; to: string }>;
};

/**
 * Splits entities by whether they belong, and have the same key, for all of a time.
 *
 * @param keysOf - what an entity is added to, and when; where that is nothing, under `none`
 */
export function subjectsOf(
  members: readonly RefSpan[],
  period: { from: string; to: string },
  keysOf: ((ref: string) => RefSpan[]) | undefined,
  none: string,
): Subjects {
  const all: Span = {
    from: Date.parse(period.from),
    to: Date.parse(period.to),
  };
  const subjects: Subjects = { stable: [], moved: [] };
  for (const member of members) {
    const belonged = commonSpan(member, all);
    if (!belonged) {
      continue;
    }
    const pieces = keysOf
      ? piecesOf(keysOf(member.ref), belonged, none)
      : [{ key: member.ref, ...belonged }];
    const [only] = pieces;
    if (pieces.length === 1 && only.from <= all.from && only.to >= all.to) {
      subjects.stable.push({ ref: member.ref, key: only.key });
    } else {
      subjects.moved.push(
        ...pieces.map(({ key, from, to }) => ({
          ref: member.ref,
          key,
          from: dayOf(from),
          to: dayOf(to),
        })),
      );
    }
  }
  return subjects;
}

/** Cuts a time into pieces with one key each: of several keys at once the first by name, so that nothing is added twice. */
function piecesOf(
  keys: readonly RefSpan[],
  time: Span,
  none: string,
): Array<Span & { key: string }> {
  const cuts = new Set([time.from, time.to]);
  for (const key of keys) {
    for (const at of [key.from, key.to]) {
      // Sums are of days: a change counts from the day on that follows it.
      const day = Number.isFinite(at) ? ceilDay(at) : at;
      if (day > time.from && day < time.to) {
        cuts.add(day);
      }
    }
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const pieces: Array<Span & { key: string }> = [];
  for (let index = 0; index + 1 < sorted.length; index++) {
    const [from, to] = [sorted[index], sorted[index + 1]];
    const names = keys
      .filter(key => ceilDay(key.from) <= from && ceilDay(key.to) >= to)
      .map(key => key.ref)
      .sort();
    const key = names[0] ?? none;
    const last = pieces.at(-1);
    if (last?.key === key) {
      last.to = to;
    } else {
      pieces.push({ key, from, to });
    }
  }
  return pieces;
}

const dayLength = 86_400_000;

function ceilDay(at: number): number {
  return Number.isFinite(at) ? Math.ceil(at / dayLength) * dayLength : at;
}

function dayOf(at: number): string {
  return new Date(ceilDay(at)).toISOString().slice(0, 10);
}
