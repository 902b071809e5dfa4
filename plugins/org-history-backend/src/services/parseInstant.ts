import { InputError } from '@backstage/errors';

const dateOnly = /^\d{4}-\d{2}-\d{2}$/;
const instant =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;

/**
 * Milliseconds since 1970 of an ISO 8601 date, which begins at midnight in UTC, or of an instant with a zone.
 *
 * @param field - what an InputError names.
 */
export function parseInstant(field: string, value: string): number {
  const text = dateOnly.test(value) ? `${value}T00:00:00Z` : value;
  const time = instant.test(text) ? Date.parse(text) : NaN;
  // Date.parse turns 30 February into a day of March.
  const day = Number(text.slice(8, 10));
  const lastDay = new Date(
    Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0),
  ).getUTCDate();
  if (Number.isNaN(time) || day > lastDay) {
    throw new InputError(
      `${field}: found "${value.slice(
        0,
        60,
      )}", expected an ISO 8601 date or a date and time with a zone, such as 2026-01-31T00:00:00Z`,
    );
  }
  return time;
}
