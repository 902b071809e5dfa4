import type { BudgetPeriod } from './Budget';

/**
 * The calendar month or fiscal year that a day is in, as days `[from, to)`.
 *
 * @param options - `day` as `YYYY-MM-DD`; `fiscalYearStart` is a month, 1 to 12.
 * @public
 */
export function budgetPeriodOf(options: {
  day: string;
  period: BudgetPeriod;
  fiscalYearStart: number;
}): { from: string; to: string } {
  const { day, period, fiscalYearStart } = options;
  const [year, month] = day.split('-').map(Number);
  if (period === 'month') {
    return { from: firstDay(year, month), to: firstDay(year, month + 1) };
  }
  const start = month >= fiscalYearStart ? year : year - 1;
  return {
    from: firstDay(start, fiscalYearStart),
    to: firstDay(start + 1, fiscalYearStart),
  };
}

/** Months after the twelfth are those of the next year. */
function firstDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
}
