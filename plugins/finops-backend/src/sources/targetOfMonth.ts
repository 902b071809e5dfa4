/**
 * A place in which the files of a month are.
 *
 * @internal
 */
export type MonthTarget = {
  /** A file, or a folder that ends with a slash. */
  place: string;
  /** Which names in the folder count; undefined for a file. */
  pattern: RegExp | undefined;
  /** Empty where the target names no month. */
  months: string[];
};

/**
 * The places that a target means at a time: one for each of the latest months, or one for all.
 *
 * @internal
 */
export function targetsOf(
  target: string,
  options: { periodFormat: string; periods: number; now: Date },
): MonthTarget[] {
  if (!target.includes('{period}')) {
    return [split(target, [])];
  }
  return Array.from({ length: options.periods }, (_, back) => {
    const month = new Date(
      Date.UTC(
        options.now.getUTCFullYear(),
        options.now.getUTCMonth() - back,
        1,
      ),
    )
      .toISOString()
      .slice(0, 10);
    const period = writePeriod(month, options.periodFormat);
    return split(target.replaceAll('{period}', period), [month]);
  });
}

/** `YYYY`, `MM`, `DD` and, for the last day of the month, `LL`: Azure names folders `20250901-20250930`. */
function writePeriod(month: string, format: string): string {
  const last = new Date(
    Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0),
  ).getUTCDate();
  return format
    .replaceAll('YYYY', month.slice(0, 4))
    .replaceAll('MM', month.slice(5, 7))
    .replaceAll('DD', '01')
    .replaceAll('LL', String(last));
}

function split(target: string, months: string[]): MonthTarget {
  const slash = target.lastIndexOf('/') + 1;
  const name = target.slice(slash);
  if (name && !name.includes('*')) {
    return { place: target, pattern: undefined, months };
  }
  const source = (name || '*')
    .split('*')
    .map(part => part.replaceAll(/[$()+.?[\\\]^{|}]/g, '\\$&'))
    .join('[^/]*');
  return {
    place: target.slice(0, slash),
    pattern: new RegExp(`(?:^|/)${source}$`),
    months,
  };
}
