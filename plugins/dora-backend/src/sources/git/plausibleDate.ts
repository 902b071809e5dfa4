// Before this no software was delivered that anybody measures; earlier dates come from broken clocks and imports.
const FIRST = Date.UTC(2000, 0, 1);
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

/**
 * The first of some dates that a clock can have shown, or else the nearest such date to the first one that there is.
 *
 * @remarks
 *
 * The importer takes no other dates, and a commit that is not taken would cut the history in two.
 *
 * @internal
 */
export function plausibleDate(options: {
  candidates: Array<Date | undefined>;
  now: Date;
}): Date {
  const dates = options.candidates.filter(date => date !== undefined);
  const last = options.now.getTime() + CLOCK_TOLERANCE_MS;
  const plausible = dates.find(
    date => date.getTime() >= FIRST && date.getTime() <= last,
  );
  const [nearest = new Date(FIRST)] = dates;
  return (
    plausible ??
    new Date(
      Math.min(Math.max(nearest.getTime(), FIRST), options.now.getTime()),
    )
  );
}
