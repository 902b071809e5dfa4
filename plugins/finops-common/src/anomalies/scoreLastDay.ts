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

/**
 * Compares the last day with the level of the two weeks before and the habit of its weekday, both as medians, in median absolute
 * deviations: a single odd day before does not move them. What came on the same day of the month before, such as a fee of the
 * first, is expected again.
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
  const back = daysToSameDayOfMonth(day);
  const extra =
    back === undefined || back > levels.length
      ? 0
      : levels[levels.length - back] - level;
  const expected =
    Math.abs(extra) > 3 * scale &&
    Math.abs(actual - usual - extra) < Math.abs(actual - usual)
      ? usual + extra
      : usual;
  return { actual, expected, score: (actual - expected) / scale };
}

/** As many days as the month before has; the 31st has no such day in a month of 30. */
function daysToSameDayOfMonth(day: string): number | undefined {
  const [year, month, date] = day.split('-').map(Number);
  const lengthBefore = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
  return date <= lengthBefore ? lengthBefore : undefined;
}
