/**
 * The named windows, in days, for which values that do not add are published.
 *
 * @public
 */
export const metricWindows = [28, 90, 365] as const;

/** @public */
export type MetricWindow = (typeof metricWindows)[number];

/**
 * The window of a question that names none.
 *
 * @public
 */
export const usualWindow: MetricWindow = 28;

const millisecondsADay = 86_400_000;
const pattern = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The number of a day `YYYY-MM-DD`, counted from 1970-01-01; undefined for what is none, such as 30 February.
 *
 * @public
 */
export function dayNumber(day: string): number | undefined {
  const time = pattern.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  const number = time / millisecondsADay;
  return Number.isInteger(number) && dayName(number) === day
    ? number
    : undefined;
}

/**
 * The inverse of {@link dayNumber}.
 *
 * @public
 */
export function dayName(number: number): string {
  return new Date(number * millisecondsADay).toISOString().slice(0, 10);
}

/**
 * The number of the day in UTC that an instant, in milliseconds since 1970, lies in. Infinities stay.
 *
 * @public
 */
export function dayOfInstant(instant: number): number {
  return Math.floor(instant / millisecondsADay);
}

/**
 * The first instant of a day in UTC, in milliseconds since 1970.
 *
 * @public
 */
export function startOfDay(number: number): number {
  return number * millisecondsADay;
}
