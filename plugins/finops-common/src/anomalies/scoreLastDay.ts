import { medianOf } from '../forecast/seasonalNaive';

/**
 * How the last day of a series compares with what is usual.
 *
 * @public
 */
export type DayScore = {
  actual: number;
  expected: number;
  /** Robust deviations; negative below what is usual. */
  score: number;
};

/**
 * Days before the last one that are needed.
 *
 * @public
 */
export const anomalyNeed = 21;

/**
 * Days before the last one that are looked at: eight weeks and a bit, so that the same day of two months is there.
 *
 * @public
 */
export const anomalyWindow = 62;

const season = 7;
const seasonWindow = 56;
const levelDays = 14;
/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const normal = 1.4826;
/** Nothing is steadier than that: a hundredth of the level. */
const leastShare = 0.01;
/** How many days the end of a month has, for what comes with it. */
const daysOfEnd = 3;

/**
 * Compares the last day with the level of the two weeks before and the habit of its weekday, both as medians, in median absolute
 * deviations: a single odd day before does not move them. What came on the same day of the month before, such as a fee of the
 * first or tax of the last, is expected again.
 *
 * @param options - `values` is a value a day, the last one that of `day`. `leastScale` is what a day of a series without any
 *   noise may differ by; default: half a cent.
 * @returns nothing where fewer than {@link anomalyNeed} days lie before it
 * @public
 */
export function scoreLastDay(options: {
  day: string;
  values: readonly number[];
  leastScale?: number;
}): DayScore | undefined {
  const { day, values, leastScale = 0.005 } = options;
  const before = values.slice(0, -1);
  if (before.length < anomalyNeed) {
    return undefined;
  }
  const actual = values[values.length - 1];
  const recent = before.slice(-seasonWindow);
  const middle = medianOf(recent);
  // The phase of the last day is 0.
  const phaseOf = (index: number) => (recent.length - index) % season;
  const habits = Array.from(
    { length: season },
    (_, phase) =>
      medianOf(recent.filter((_value, index) => phaseOf(index) === phase)) -
      middle,
  );
  const levels = recent.map((value, index) => value - habits[phaseOf(index)]);
  const level = medianOf(levels.slice(-levelDays));
  const deviation = medianOf(levels.map(each => Math.abs(each - level)));
  const scale = Math.max(
    normal * deviation,
    leastShare * Math.abs(level),
    leastScale,
  );
  const usual = level + habits[0];
  const expected = daysToSameDayOfMonth(day)
    .filter(back => back <= levels.length)
    .map(back => levels[levels.length - back] - level)
    .filter(extra => Math.abs(extra) > 3 * scale)
    .reduce(
      (best, extra) =>
        Math.abs(actual - usual - extra) < Math.abs(actual - best)
          ? usual + extra
          : best,
      usual,
    );
  return { actual, expected, score: (actual - expected) / scale };
}

/**
 * How many days ago the same day of the month before was, counted from its beginning, and, at the end of a month, from its end: what
 * comes with the first comes again with the first, and tax of the 31st with the 30th.
 */
function daysToSameDayOfMonth(day: string): number[] {
  const [year, month, date] = day.split('-').map(Number);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const lengthBefore = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
  return [
    ...(date <= lengthBefore ? [lengthBefore] : []),
    ...(length - date < daysOfEnd ? [length] : []),
  ];
}
