const pattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?)? ?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * Epoch milliseconds of a date as DevLake's tables and exports write it, `2023-4-10 6:51:47` among them; UTC where it
 * names no zone, `undefined` where it is no date.
 *
 * @public
 */
export function parseDevLakeInstant(text: string): number | undefined {
  const match = pattern.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map(part => Number(part ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (
    date.getUTCMonth() !== month - 1 ||
    date.getUTCDate() !== day ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  ) {
    return undefined;
  }
  // DevLake's columns keep milliseconds, rounded.
  const millisecond = Math.round(Number(`0.${match[7] ?? 0}`) * 1000);
  date.setUTCHours(hour, minute, second, millisecond);
  return date.getTime() - zoneOffset(match[8]);
}

/**
 * A date in the form of DevLake's snapshots: `2023-04-10T06:51:47.000+00:00`.
 *
 * @public
 */
export function formatDevLakeInstant(at: number): string {
  return new Date(at).toISOString().replace('Z', '+00:00');
}

function zoneOffset(zone: string | undefined): number {
  if (!zone || zone === 'Z' || zone === 'UTC') {
    return 0;
  }
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone[0] === '-' ? -minutes : minutes) * 60_000;
}
