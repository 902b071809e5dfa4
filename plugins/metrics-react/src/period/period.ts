import type { Period } from '@portal/plugin-metrics-common';
import {
  addDays,
  addMonths,
  dateIn,
  mondayOf,
  startOfDate,
  utc,
} from './calendar';

const dayMs = 86_400_000;
const dateOnly = /^\d{4}-\d{2}-\d{2}$/;

/** Length of the points of a trend. Weeks begin on Monday. */
export type TrendInterval = 'day' | 'week' | 'month';

/** The named windows, in days; stored figures exist for exactly these. */
export const namedWindows = [28, 90, 365] as const;

/** One of the named windows. */
export type NamedWindow = (typeof namedWindows)[number];

/** How a page cuts days. */
export type CalendarOptions = {
  /** The organisation's time zone, such as `Europe/Berlin`. Default: UTC. */
  timeZone?: string;
};

/**
 * What the reader chose: the last so many days, or all days from one date to another, both included.
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
export function toPeriod(
  selection: PeriodSelection,
  now: Date,
  options: CalendarOptions = {},
): Period {
  const { timeZone = utc } = options;
  if (selection.kind === 'custom') {
    return toInstants({
      from: startOfDate(selection.from, timeZone),
      to: startOfDate(addDays(selection.to, 1), timeZone),
    });
  }
  const to = Math.ceil(now.getTime() / 60_000) * 60_000;
  return toInstants({ from: to - selection.days * dayMs, to });
}

function toInstants(period: { from: number; to: number }): Period {
  return {
    from: new Date(period.from).toISOString(),
    to: new Date(period.to).toISOString(),
  };
}

/** The first and the last day of a period, as dates. */
export function datesOf(
  period: Period,
  options: CalendarOptions = {},
): { from: string; to: string } {
  const { timeZone = utc } = options;
  return {
    from: dateIn(Date.parse(period.from), timeZone),
    to: dateIn(Date.parse(period.to) - 1, timeZone),
  };
}

/** Length of a period in days. */
export function daysOf(period: Period): number {
  return (Date.parse(period.to) - Date.parse(period.from)) / dayMs;
}

/** The named window whose length a period comes nearest to. */
export function windowOf(period: Period): NamedWindow {
  const days = daysOf(period);
  return [...namedWindows].sort(
    (one, other) => Math.abs(one - days) - Math.abs(other - days),
  )[0];
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
 * Widens a period to whole days, weeks (from Monday) or months. A trend is asked for whole ones, because a rate over
 * the few hours that a cut leaves of a week says nothing.
 */
export function wholeIntervals(
  period: Period,
  interval: TrendInterval,
  options: CalendarOptions = {},
): Period {
  const { timeZone = utc } = options;
  const { from, to } = datesOf(period, options);
  const next = {
    day: (date: string) => addDays(date, 1),
    week: (date: string) => addDays(date, 7),
    month: (date: string) => addMonths(date, 1),
  };
  return toInstants({
    from: startOfDate(firstDateOf(from, interval), timeZone),
    to: startOfDate(next[interval](firstDateOf(to, interval)), timeZone),
  });
}

function firstDateOf(date: string, interval: TrendInterval): string {
  if (interval === 'month') {
    return `${date.slice(0, 8)}01`;
  }
  return interval === 'week' ? mondayOf(date) : date;
}
