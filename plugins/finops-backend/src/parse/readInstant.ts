/** @internal */
export type Instant = {
  /** ISO 8601 in UTC. */
  iso: string;
  /** First day of its month in UTC. */
  month: string;
  /** Whether it was written as FOCUS wants it. */
  strict: boolean;
};

const strictPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const isoPattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)? ?(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/i;
const americanPattern =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d\d)(?: (\d{1,2}):(\d\d)(?::(\d\d))?(?: ?(AM|PM))?)?$/i;
const firstYear = 2000;
const lastYear = 2099;

/**
 * A date, or a date and a time: ISO 8601 with or without `T` and with or without a zone (UTC then), or in American order
 * (`4/1/25`, `04/01/2025 13:30`). Undefined for anything else, such as an hour 30 or a 31st of June.
 *
 * @internal
 */
export function readInstant(text: string): Instant | undefined {
  const iso = isoPattern.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, fraction, zone] = iso;
    return instant(
      [year, month, day, hour, minute, second].map(part => Number(part ?? 0)),
      Number((fraction ?? '').slice(0, 3).padEnd(3, '0')),
      readZone(zone),
      strictPattern.test(text),
    );
  }
  const american = americanPattern.exec(text);
  if (american) {
    const [, month, day, year, hour, minute, second, half] = american;
    return instant(
      [
        Number(year.length === 2 ? `20${year}` : year),
        Number(month),
        Number(day),
        readHour(Number(hour ?? 0), half),
        Number(minute ?? 0),
        Number(second ?? 0),
      ],
      0,
      0,
      false,
    );
  }
  return undefined;
}

function readHour(hour: number, half: string | undefined): number {
  if (!half) {
    return hour;
  }
  if (hour < 1 || hour > 12) {
    return -1;
  }
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

/** Minutes east of UTC. */
function readZone(zone: string | undefined): number {
  if (!zone || /^[A-Z]/i.test(zone)) {
    return 0;
  }
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}

function instant(
  [year, month, day, hour, minute, second]: number[],
  millisecond: number,
  zone: number,
  strict: boolean,
): Instant | undefined {
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if (
    year < firstYear ||
    year > lastYear ||
    hour < 0 ||
    (hour > 23 && !endOfDay) ||
    minute > 59 ||
    second > 59 ||
    Math.abs(zone) > 24 * 60
  ) {
    return undefined;
  }
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) {
    return undefined;
  }
  const time = new Date(
    midnight.getTime() +
      ((hour * 60 + minute - zone) * 60 + second) * 1000 +
      millisecond,
  );
  const text = time.toISOString().replace('.000Z', 'Z');
  return { iso: text, month: `${text.slice(0, 7)}-01`, strict };
}
