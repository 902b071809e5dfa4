import { addDays, addMonths, monthOf } from './days';

/** The periods that have a name. */
export const namedPeriods = [
  'month',
  'last-month',
  '3-months',
  '12-months',
] as const;

/** A named period, or all days from one to another, both included. */
export type CostPeriod =
  | { kind: (typeof namedPeriods)[number] }
  | { kind: 'custom'; from: string; to: string };

/** Days `[from, to)`, as `2025-11-01`. */
export type Days = { from: string; to: string };

/** What the periods are called. */
export const periodNames: Record<(typeof namedPeriods)[number], string> = {
  month: 'This month',
  'last-month': 'Last month',
  '3-months': '3 months',
  '12-months': '12 months',
};

/** The days of a period. Months are calendar months in UTC; all but the last one end with today. */
export function daysOfPeriod(period: CostPeriod, today: string): Days {
  const thisMonth = monthOf(today);
  const tomorrow = addDays(today, 1);
  switch (period.kind) {
    case 'custom':
      return { from: period.from, to: addDays(period.to, 1) };
    case 'last-month':
      return { from: addMonths(thisMonth, -1), to: thisMonth };
    case '3-months':
      return { from: addMonths(thisMonth, -2), to: tomorrow };
    case '12-months':
      return { from: addMonths(thisMonth, -11), to: tomorrow };
    default:
      return { from: thisMonth, to: tomorrow };
  }
}

/** Points of a trend that suit the days: up to about sixty. */
export function intervalOf({ from, to }: Days): 'day' | 'month' {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return days <= 62 ? 'day' : 'month';
}
