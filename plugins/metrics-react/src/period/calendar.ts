const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The zone in which days are cut where nobody names another. */
export const utc = 'UTC';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The calendar date of an instant in a time zone, as `2025-11-03`. */
export function dateIn(instant: number, timeZone: string): string {
  if (timeZone === utc) {
    return new Date(instant).toISOString().slice(0, 10);
  }
  const parts = formatIn(timeZone).formatToParts(instant);
  const part = (type: string) =>
    parts.find(candidate => candidate.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/**
 * The first instant of a calendar date in a time zone, in milliseconds. Where clocks jump over midnight, that is the
 * instant after the jump.
 */
export function startOfDate(date: string, timeZone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (timeZone === utc) {
    return midnight;
  }
  // The least minute of this date or a later one: zones differ from UTC by less than a day and by whole minutes.
  let before = midnight - dayMs;
  let after = midnight + dayMs;
  while (after - before > minuteMs) {
    const middle =
      before + Math.floor((after - before) / 2 / minuteMs) * minuteMs;
    if (dateIn(middle, timeZone) >= date) {
      after = middle;
    } else {
      before = middle;
    }
  }
  return after;
}

/** The date so many days later, or earlier when negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs)
    .toISOString()
    .slice(0, 10);
}

/** The same date so many months later, or the last of its month where there is none: 31 January is 28 February. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number);
  const lastOfMonth = new Date(
    Date.UTC(year, month - 1 + months + 1, 0),
  ).getUTCDate();
  return new Date(
    Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)),
  )
    .toISOString()
    .slice(0, 10);
}

/** The Monday of the week of a date. */
export function mondayOf(date: string): string {
  // getUTCDay counts from Sunday.
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}
