/** Milliseconds of a day without a change of clocks. */
export const dayLength = 86_400_000;

const timeZones = [
  'Europe/Oslo',
  'Europe/Warsaw',
  'Europe/Lisbon',
  'Europe/Athens',
  'Europe/Dublin',
];

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();
/** @type {Map<string, number>} */
const offsets = new Map();

/**
 * Where a team works. The same team is always in the same place.
 *
 * @param {string} team
 */
export function timeZoneOfTeam(team) {
  let sum = 0;
  for (const character of team) {
    sum = (sum * 31 + character.charCodeAt(0)) % 1_000_003;
  }
  return timeZones[sum % timeZones.length];
}

/**
 * How far the clocks of a time zone are ahead of UTC at noon of a day, in milliseconds.
 *
 * @param {number} day
 * @param {string} timeZone
 */
function offsetOf(day, timeZone) {
  const key = `${day} ${timeZone}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    let format = formats.get(timeZone);
    if (!format) {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        hour: 'numeric',
        minute: 'numeric',
        day: 'numeric',
      });
      formats.set(timeZone, format);
    }
    const noon = new Date(day * dayLength + dayLength / 2);
    const part = Object.fromEntries(
      format
        .formatToParts(noon)
        .map(({ type, value }) => [type, Number(value)]),
    );
    const days = part.day === noon.getUTCDate() ? 0 : 1;
    offset = ((days * 24 + part.hour - 12) * 60 + part.minute) * 60_000;
    offsets.set(key, offset);
  }
  return offset;
}

/**
 * The instant at which clocks show a time on a day. Times from six in the morning are exact on every day.
 *
 * @param {number} day - days since 1970-01-01
 * @param {number} minutes - since midnight
 * @param {string} timeZone
 * @returns {number} milliseconds since 1970
 */
export function localInstant(day, minutes, timeZone) {
  return (
    day * dayLength + Math.round(minutes * 60_000) - offsetOf(day, timeZone)
  );
}

/**
 * @param {number} day - days since 1970-01-01
 */
export function describeDay(day) {
  const date = new Date(day * dayLength);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  const weekday = date.getUTCDay();
  const dayOfMonth = date.getUTCDate();
  return {
    year,
    month,
    /** 0 is Sunday. */
    weekday,
    weekend: weekday === 0 || weekday === 6,
    /** Weeks since 1970, each from Monday. */
    week: Math.floor((day + 3) / 7),
    dayOfYear: Math.round(day - Date.UTC(year, 0, 1) / dayLength) + 1,
    /** Between Christmas and New Year, when hardly anyone is there. */
    holidays:
      (month === 12 && dayOfMonth >= 24) || (month === 1 && dayOfMonth === 1),
  };
}
