import type { JsonValue } from '@backstage/types';

/** One input whose values are enumerated. */
export interface Factor {
  name: string;
  values: JsonValue[];
  /** The input is asked for only while an earlier factor has one of these values. */
  when?: { factor: string; values: JsonValue[] };
}

/** A value for each factor that is asked for. */
export type Row = Record<string, JsonValue>;

// A value, or a pair of values, that some row has to hold.
type Goal = Row;

/**
 * Rows in which every value of every factor, and every two values of two factors that can occur together, occur.
 * Greedy: each row takes up a pair that none has yet, and as many more as it finds on the way.
 */
export function pairwise(factors: Factor[]): Row[] {
  const open = new Map(
    listGoals(factors).map(goal => [keyOf(goal), goal] as const),
  );
  const rows: Row[] = [];
  for (const goal of open.values()) {
    const row = complete(goal, factors, open);
    for (const covered of goalsOf(row)) {
      open.delete(keyOf(covered));
    }
    rows.push(row);
  }
  return rows;
}

/** All single values and pairs of values that a row holds. */
export function goalsOf(row: Row): Goal[] {
  const entries = Object.entries(row);
  return entries.flatMap(([name, value], index) => [
    { [name]: value },
    ...entries
      .slice(index + 1)
      .map(([other, otherValue]) => ({ [name]: value, [other]: otherValue })),
  ]);
}

function listGoals(factors: Factor[]): Goal[] {
  const singles = factors.flatMap(({ name, values }) =>
    values.map(value => ({ [name]: value })),
  );
  const pairs = singles.flatMap((first, index) =>
    singles
      .slice(index + 1)
      .filter(second => Object.keys(second)[0] !== Object.keys(first)[0])
      .map(second => ({ ...first, ...second })),
  );
  // Pairs first: the row of a pair nearly always takes the single values along.
  return [...pairs, ...singles].filter(goal => narrow(goal, factors));
}

/** What each factor may still be when a row has to hold the goal; undefined when no row can. */
function narrow(
  goal: Goal,
  factors: Factor[],
): Map<string, JsonValue[]> | undefined {
  const allowed = new Map<string, JsonValue[]>();
  // Backwards, because a factor depends on an earlier one only.
  for (const { name, values, when } of [...factors].reverse()) {
    const asked = name in goal ? [goal[name]] : values;
    const left = (allowed.get(name) ?? values).filter(v => asked.includes(v));
    if (left.length === 0) {
      return undefined;
    }
    const isNeeded = name in goal || allowed.has(name);
    if (isNeeded) {
      allowed.set(name, left);
    }
    if (isNeeded && when) {
      allowed.set(
        when.factor,
        (allowed.get(when.factor) ?? when.values).filter(v =>
          when.values.includes(v),
        ),
      );
    }
  }
  return allowed;
}

function complete(goal: Goal, factors: Factor[], open: Map<string, Goal>): Row {
  const allowed = narrow(goal, factors) ?? new Map<string, JsonValue[]>();
  const row: Row = {};
  for (const { name, values, when } of factors) {
    if (when && !when.values.includes(row[when.factor])) {
      continue;
    }
    const gain = (value: JsonValue) =>
      Object.entries({ ...goal, ...row })
        .filter(([other]) => other !== name)
        .filter(([other, otherValue]) =>
          open.has(keyOf({ [name]: value, [other]: otherValue })),
        ).length;
    const candidates = allowed.get(name) ?? values;
    row[name] = candidates.reduce((best, value) =>
      gain(value) > gain(best) ? value : best,
    );
  }
  return row;
}

function keyOf(goal: Goal): string {
  return JSON.stringify(
    Object.entries(goal).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
