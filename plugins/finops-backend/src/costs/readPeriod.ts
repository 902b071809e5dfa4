import { InputError } from '@backstage/errors';
import type { Days } from './periodParts';

const longest = 20 * 366;
const dayLength = 86_400_000;

/**
 * The days of a request. Of an instant the day in UTC counts. Fails with an InputError for what is no day, the wrong way round, or
 * longer than twenty years.
 */
export function readPeriod(query: { from?: unknown; to?: unknown }): Days {
  const from = readDay('from', query.from);
  const to = readDay('to', query.to);
  if (from >= to) {
    throw new InputError(
      `to: found ${to}, expected a day after ${from}; the last day is excluded`,
    );
  }
  if ((Date.parse(to) - Date.parse(from)) / dayLength > longest) {
    throw new InputError(
      `to: found ${to}, expected at most twenty years after ${from}`,
    );
  }
  return { from, to };
}

function readDay(name: string, value: unknown): string {
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  const day = Number.isNaN(at)
    ? undefined
    : new Date(at).toISOString().slice(0, 10);
  // 31 April is read as 1 May; who wrote it meant something else.
  const isSame =
    typeof value === 'string' &&
    (value.length > 10 || day === value.slice(0, 10));
  if (day === undefined || !isSame || !/^\d{4}-/.test(day)) {
    throw new InputError(
      `${name}: found "${String(value)}", expected a day such as 2026-01-31`,
    );
  }
  return day;
}
