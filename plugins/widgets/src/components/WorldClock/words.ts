import type { WorkStatus } from '../../worldClock';

const DAY_MS = 24 * 3_600_000;

/** The time of day at a place, as the reader writes times; with the weekday where it is not that of today there. */
export function clock(instant: number, timeZone?: string): string {
  return new Intl.DateTimeFormat(undefined, {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant);
}

function timeOf(instant: number, timeZone?: string): string {
  return new Intl.DateTimeFormat(undefined, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant);
}

/** `At work until 17:00`, `Off until Mon 09:00`: times of the place. */
export function untilWords(
  { isAtWork, until }: WorkStatus,
  timeZone: string,
  now: number,
): string {
  if (until === undefined) {
    return 'No working days';
  }
  const when =
    until - now > DAY_MS ? clock(until, timeZone) : timeOf(until, timeZone);
  return isAtWork ? `At work until ${when}` : `Off until ${when}`;
}
