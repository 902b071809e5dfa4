import type { BudgetUse, CostForecast } from '@portal/plugin-finops-common';
import { Decimal } from 'decimal.js';
import { addUnconverted } from '../costs/addUnconverted';
import { addDays, dayOf, daysBetween } from '../steering/days';
import type { ExchangeRates } from '../steering/ExchangeRates';

const Exact = Decimal.clone({ precision: 60 });
const weeksShown = 28;

/**
 * What is spent, and what the days until the end will cost. Days that lie beyond those of the forecast cost what its last four
 * weeks do; there is no interval then. What the forecast could not convert, and what of it can't be converted, is named.
 */
export function expectedAtEnd(
  forecast: CostForecast,
  options: {
    spent: string;
    to: string;
    currency: string;
    rates: ExchangeRates;
  },
): Pick<
  BudgetUse,
  'expected' | 'expectedLower' | 'expectedUpper' | 'expectedUnconverted'
> {
  const { spent, to, currency, rates } = options;
  const { days, lastDay, unconverted } = forecast;
  const inOwn = (amount: Decimal) =>
    rates.convert(amount.toFixed(), {
      from: forecast.currency,
      to: currency,
      day: lastDay ?? to,
    });
  const until = days.filter(({ day }) => day < to);
  if (forecast.state !== 'ok' || lastDay === undefined) {
    return { expectedUnconverted: unconverted };
  }
  const rest = until.reduce(
    (sum, { expected }) => sum.plus(expected),
    new Exact(0),
  );
  const end = addDays(lastDay, days.length + 1);
  const beyond = Math.max(0, daysBetween(end, to));
  const last = days.slice(-weeksShown);
  const mean = last
    .reduce((sum, { expected }) => sum.plus(expected), new Exact(0))
    .div(Math.max(1, last.length));
  const coming = rest.plus(mean.times(beyond));
  const more = inOwn(coming);
  if (more === undefined) {
    return {
      expectedUnconverted: addUnconverted([
        ...(unconverted ?? []),
        { currency: forecast.currency, total: coming.toFixed(2) },
      ]),
    };
  }
  const at = (amount: Decimal) => amount.toFixed(2);
  const expected = new Exact(spent).plus(more);
  const month = forecast.months.find(each => firstAfter(each.month) === to);
  if (beyond > 0 || !month) {
    return { expected: at(expected), expectedUnconverted: unconverted };
  }
  // The interval of the month is that of its unknown days; those before the month add to the same side.
  const lower = inOwn(new Exact(month.expected).minus(month.lower));
  const upper = inOwn(new Exact(month.upper).minus(month.expected));
  return {
    expected: at(expected),
    expectedUnconverted: unconverted,
    ...(isOneMonth(until, month.month) && {
      expectedLower: at(expected.minus(lower ?? 0)),
      expectedUpper: at(expected.plus(upper ?? 0)),
    }),
  };
}

function isOneMonth(
  days: ReadonlyArray<{ day: string }>,
  month: string,
): boolean {
  return days.every(({ day }) => day.startsWith(month));
}

function firstAfter(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return dayOf(Date.UTC(year, number, 1));
}
