/** Days `YYYY-MM-DD`, `[from, to)`. */
export type Days = { from: string; to: string };

/** A period as whole months, for which there are sums, and the days before and after them. */
export type PeriodParts = { months?: Days; days: Days[] };

/** Cuts a period so that as little as possible is read by days. */
export function periodParts({ from, to }: Days): PeriodParts {
  const first = from.endsWith('-01') ? from : startOfNextMonth(from);
  const last = `${to.slice(0, 7)}-01`;
  if (first >= last) {
    return { days: [{ from, to }] };
  }
  return {
    months: { from: first, to: last },
    days: [
      { from, to: first },
      { from: last, to },
    ].filter(part => part.from < part.to),
  };
}

/** The first day of the month after that of a day. */
export function startOfNextMonth(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
