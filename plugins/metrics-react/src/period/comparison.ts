import {
  comparisons,
  type Comparison,
  type Period,
} from '@portal/plugin-metrics-common';
import { addMonths, dateIn, startOfDate, utc } from './calendar';
import {
  daysOf,
  toPeriod,
  type CalendarOptions,
  type PeriodSelection,
} from './period';

/** Name of the query parameter that holds the comparison. */
export const compareParam = 'compare';

/** Reads the comparison from an address; without one that makes sense it is the period before. */
export function readComparison(params: URLSearchParams): Comparison {
  const named = params.get(compareParam);
  return comparisons.find(candidate => candidate === named) ?? 'before';
}

/** Writes the comparison into an address, keeping whatever else is in it. */
export function writeComparison(
  params: URLSearchParams,
  comparison: Comparison,
): URLSearchParams {
  const next = new URLSearchParams(params);
  if (comparison === 'before') {
    next.delete(compareParam);
  } else {
    next.set(compareParam, comparison);
  }
  return next;
}

/** The period of the same length that ends where this one begins. */
export function previousPeriod(period: Period): Period {
  const from = Date.parse(period.from);
  const length = Date.parse(period.to) - from;
  return { from: new Date(from - length).toISOString(), to: period.from };
}

/**
 * The period that a selection is compared with. A year earlier means the same dates; the last 28, 90 or 365 days keep
 * their length, because a leap day must not make a window longer.
 */
export function comparisonPeriod(
  options: CalendarOptions & {
    selection: PeriodSelection;
    period: Period;
    comparison: Comparison;
  },
): Period {
  const { selection, period, comparison, timeZone = utc } = options;
  if (comparison === 'before') {
    return previousPeriod(period);
  }
  if (selection.kind === 'custom') {
    const yearEarlier = {
      kind: 'custom' as const,
      from: addMonths(selection.from, -12),
      to: addMonths(selection.to, -12),
    };
    return toPeriod(yearEarlier, new Date(period.to), { timeZone });
  }
  const to = Date.parse(period.to);
  const today = dateIn(to, timeZone);
  const sinceMidnight = to - startOfDate(today, timeZone);
  const earlier = startOfDate(addMonths(today, -12), timeZone) + sinceMidnight;
  return toPeriod(selection, new Date(earlier), { timeZone });
}

/** Words for the period before, as in "than in the 90 days before". */
export function describePrevious(period: Period): string {
  const days = Math.round(daysOf(period));
  return days === 1 ? 'the day before' : `the ${days} days before`;
}

/** Words for the period that one is compared with, as in "better than the same days a year before". */
export function describeComparison(
  period: Period,
  comparison: Comparison,
): string {
  if (comparison === 'before') {
    return describePrevious(period);
  }
  return Math.round(daysOf(period)) === 1
    ? 'the same day a year before'
    : 'the same days a year before';
}
