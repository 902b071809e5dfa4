import type { Period } from '@portal/plugin-metrics-common';

const dayMs = 86_400_000;
const dateOnly = /^\d{4}-\d{2}-\d{2}$/;

/** Length of the points of a trend. Weeks begin on Monday. */
export type TrendInterval = 'day' | 'week' | 'month';

/** The named windows, in days; stored figures exist for exactly these. */
export const namedWindows = [28, 90, 365] as const;

/** One of the named windows. */
export type NamedWindow = (typeof namedWindows)[number];

/**
 * What the reader chose: the last so many days, or all days from one date to another, both included, in UTC.
 */
export type PeriodSelection =
  | { kind: 'last'; days: NamedWindow }
  | { kind: 'custom'; from: string; to: string };

/** What is shown when the address names nothing. */
export const defaultSelection: PeriodSelection = { kind: 'last', days: 90 };

/** True for a calendar date that exists, as in `2025-02-28`. */
export function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    dateOnly.test(text) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(text)
  );
}

/** Says what is wrong with a pair of dates, or nothing. */
export function explainDates(from: string, to: string): string | undefined {
  if (!isDate(from) || !isDate(to)) {
    return 'Give both dates as year, month and day.';
  }
  return from > to
    ? 'The first day is after the last day: swap them.'
    : undefined;
}

/** Reads the selection from an address; anything that makes no sense is the default. */
export function readSelection(params: URLSearchParams): PeriodSelection {
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  if ((from || to) && !explainDates(from, to)) {
    return { kind: 'custom', from, to };
  }
  const days = namedWindows.find(
    candidate => String(candidate) === params.get('period'),
  );
  return days ? { kind: 'last', days } : defaultSelection;
}

/** Writes the selection into an address, keeping whatever else is in it. */
export function writeSelection(
  params: URLSearchParams,
  selection: PeriodSelection,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of ['period', 'from', 'to']) {
    next.delete(name);
  }
  if (selection.kind === 'last') {
    next.set('period', String(selection.days));
  } else {
    next.set('from', selection.from);
    next.set('to', selection.to);
  }
  return next;
}

/**
 * The instants of a selection. The last days end with the coming minute, so that what was deployed a moment ago
 * counts, and so that this period and the one before it are equally long and equally finished.
 */
export function toPeriod(selection: PeriodSelection, now: Date): Period {
  if (selection.kind === 'custom') {
    const to = Date.parse(`${selection.to}T00:00:00Z`) + dayMs;
    return {
      from: `${selection.from}T00:00:00.000Z`,
      to: new Date(to).toISOString(),
    };
  }
  const to = Math.ceil(now.getTime() / 60_000) * 60_000;
  return {
    from: new Date(to - selection.days * dayMs).toISOString(),
    to: new Date(to).toISOString(),
  };
}

/** The period of the same length that ends where this one begins. */
export function previousPeriod(period: Period): Period {
  const from = Date.parse(period.from);
  const length = Date.parse(period.to) - from;
  return { from: new Date(from - length).toISOString(), to: period.from };
}

/** Length of a period in days. */
export function daysOf(period: Period): number {
  return (Date.parse(period.to) - Date.parse(period.from)) / dayMs;
}

/** Points of a trend that suit the length of a period: up to about twenty. */
export function intervalFor(period: Period): TrendInterval {
  const days = daysOf(period);
  if (days <= 14) {
    return 'day';
  }
  return days <= 120 ? 'week' : 'month';
}

/**
 * Widens a period to whole days, weeks (from Monday) or months of UTC. A trend is asked for whole ones, because a
 * rate over the few hours that a cut leaves of a week says nothing.
 */
export function wholeIntervals(
  period: Period,
  interval: TrendInterval,
): Period {
  const start = startOf(Date.parse(period.from), interval);
  const last = startOf(Date.parse(period.to) - 1, interval);
  const end =
    interval === 'month'
      ? Date.UTC(
          new Date(last).getUTCFullYear(),
          new Date(last).getUTCMonth() + 1,
          1,
        )
      : last + (interval === 'week' ? 7 : 1) * dayMs;
  return {
    from: new Date(start).toISOString(),
    to: new Date(end).toISOString(),
  };
}

function startOf(time: number, interval: TrendInterval): number {
  const date = new Date(time);
  const midnight = Math.floor(time / dayMs) * dayMs;
  if (interval === 'month') {
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  }
  // getUTCDay counts from Sunday; weeks begin on Monday.
  const sinceMonday = interval === 'week' ? (date.getUTCDay() + 6) % 7 : 0;
  return midnight - sinceMonday * dayMs;
}

/** Words for the period before, as in "than in the 90 days before". */
export function describePrevious(period: Period): string {
  const days = Math.round(daysOf(period));
  return days === 1 ? 'the day before' : `the ${days} days before`;
}
