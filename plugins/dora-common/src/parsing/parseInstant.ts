const pattern =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:[.,](\d{1,9}))?)?(?:Z|([+-]\d{2}:?(?:\d{2})?))$/;
/** The calendar repeats itself after so many years, which are so many milliseconds. */
const cycle = { years: 400, duration: 146_097 * 86_400_000 };
const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Epoch milliseconds of an ISO 8601 date and time with a zone; `undefined` for anything else, days that the calendar
 * does not have included. Fractions beyond milliseconds are cut. Makes no text of its parts: a history has millions.
 *
 * @public
 */
export function parseInstant(text: string): number | undefined {
  const match = pattern.exec(text);
  if (!match) {
    return undefined;
  }
  const [, fraction, zone] = match;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const [month, day] = [twoDigits(text, 5), twoDigits(text, 8)];
  const [hour, minute] = [twoDigits(text, 11), twoDigits(text, 14)];
  const second = text[16] === ':' ? twoDigits(text, 17) : 0;
  const ahead = zone === undefined ? 0 : readZone(zone);
  if (
    !hasDay(year, month, day) ||
    hour > 23 ||
    minute > 59 ||
    second > 59 ||
    ahead === undefined
  ) {
    return undefined;
  }
  const millisecond =
    fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const fromYear = year + cycle.years;
  const at = Date.UTC(
    fromYear,
    month - 1,
    day,
    hour,
    minute,
    second,
    millisecond,
  );
  return at - cycle.duration - ahead;
}

function hasDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && !isLeap ? 28 : longestMonths[month - 1];
  return day >= 1 && day <= days;
}

/** How far a zone such as `+05:30` is ahead of UTC, in milliseconds. */
function readZone(zone: string): number | undefined {
  const hour = twoDigits(zone, 1);
  const minute = Number(zone.slice(3).replace(':', ''));
  if (hour > 23 || minute > 59) {
    return undefined;
  }
  const ahead = (hour * 60 + minute) * 60_000;
  return zone[0] === '-' ? -ahead : ahead;
}

/** The pattern has made sure that they are digits. */
function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * 48;
}
