import { Decimal } from 'decimal.js';
import {
  backtestOrigins,
  halfWidth,
  measureBacktest,
  type BacktestResult,
} from './backtest';
import type {
  CostForecast,
  ExpectedCost,
  ForecastMethod,
  MonthForecast,
} from './CostForecast';
import { seasonalNaive } from './seasonalNaive';

const Exact = Decimal.clone({ precision: 60 });
const dayLength = 86_400_000;

/**
 * Three weeks: below, a weekday was seen less than three times.
 *
 * @public
 */
export const forecastNeed = 21;

/** Longer histories say more about what is long gone than about what comes. */
const mostDays = 400;
const shownDays = 90;
/** From four weeks on, weekdays and trend can be told apart. */
const leastForMstl = 28;
const monthsAhead = 4;

const titles: Record<ForecastMethod, string> = {
  'mstl-ets':
    'Weekly season and trend by MSTL with exponential smoothing (ETS)',
  'seasonal-naive': 'Median of the last four same weekdays',
};

/**
 * Expects the days after each series. One that can't be expected answers `undefined`.
 *
 * @public
 */
export type SeriesForecaster = (
  series: ReadonlyArray<{ values: readonly number[]; horizon: number }>,
) => Promise<Array<number[] | undefined>>;

/**
 * What a slice of cost will be: the rest of the month and the three months after it, with an interval made of the errors that
 * the same method made on days that were hidden from it. The method that was better on those is taken.
 *
 * @param options - `days` are all known days, oldest first; one that is left out has no cost.
 * @public
 */
export async function forecastCosts(options: {
  days: ReadonlyArray<{ day: string; total: string }>;
  forecaster: SeriesForecaster;
}): Promise<
  Omit<CostForecast, 'slice' | 'metric' | 'currency' | 'unconverted'>
> {
  const totals = fillDays(options.days);
  const lastDay = totals.at(-1)?.day;
  const history = totals.slice(-shownDays);
  if (lastDay === undefined || totals.length < forecastNeed) {
    return {
      state: 'insufficient-data',
      have: totals.length,
      need: forecastNeed,
      level: 0.8,
      lastDay,
      months: [],
      history,
      days: [],
    };
  }
  const values = totals.slice(-mostDays).map(({ total }) => Number(total));
  const first = addDays(lastDay, 1);
  const end = firstOfMonth(first, monthsAhead);
  const horizon = daysBetween(first, end);
  const { method, result, points } = await choose(
    values,
    horizon,
    options.forecaster,
  );
  const isNeverNegative = values.every(value => value >= 0);
  const floor = (value: number) =>
    isNeverNegative ? Math.max(0, value) : value;
  const expect = (from: number, to: number): ExpectedNumbers => {
    const expected = points
      .slice(from, to)
      .reduce((sum, point) => sum + floor(point), 0);
    const half =
      from < to ? halfWidth(result, { days: to - from, ahead: to }) : 0;
    return { expected, lower: floor(expected - half), upper: expected + half };
  };
  return {
    state: 'ok',
    method,
    methodTitle: titles[method],
    level: 0.8,
    error:
      result.wape === undefined
        ? undefined
        : {
            measure: 'wape',
            value: result.wape,
            days: result.days,
            origins: result.origins,
          },
    lastDay,
    months: Array.from({ length: monthsAhead }, (_, index) =>
      monthOf(index, { first, totals, expect }),
    ),
    history,
    days: points.map((_, index) => ({
      day: addDays(first, index),
      ...asText(expect(index, index + 1), new Exact(0)),
    })),
  };
}

type ExpectedNumbers = { expected: number; lower: number; upper: number };

function monthOf(
  index: number,
  options: {
    first: string;
    totals: ReadonlyArray<{ day: string; total: string }>;
    expect: (from: number, to: number) => ExpectedNumbers;
  },
): MonthForecast {
  const { first, totals, expect } = options;
  const from = firstOfMonth(first, index);
  const to = firstOfMonth(first, index + 1);
  const known = totals.filter(({ day }) => from <= day && day < to);
  const actual = known.reduce(
    (sum, { total }) => sum.plus(total),
    new Exact(0),
  );
  const start = Math.max(0, daysBetween(first, from));
  return {
    month: from.slice(0, 7),
    actual: actual.toFixed(),
    knownDays: known.length,
    days: daysBetween(from, to),
    ...asText(expect(start, daysBetween(first, to)), actual),
  };
}

function asText(numbers: ExpectedNumbers, actual: Decimal): ExpectedCost {
  const text = (value: number) => actual.plus(value).toFixed(2);
  return {
    expected: text(numbers.expected),
    lower: text(numbers.lower),
    upper: text(numbers.upper),
  };
}

async function choose(
  values: readonly number[],
  horizon: number,
  forecaster: SeriesForecaster,
): Promise<{
  method: ForecastMethod;
  result: BacktestResult;
  points: number[];
}> {
  const origins = backtestOrigins(values.length);
  const series = [
    { values, horizon },
    ...origins.map(each => ({
      values: values.slice(0, each.origin),
      horizon: each.horizon,
    })),
  ];
  const measure = (expected: readonly number[][]) =>
    measureBacktest(
      origins.map((each, index) => ({
        actual: values.slice(each.origin, each.origin + each.horizon),
        expected: expected[index],
      })),
    );
  const [points, ...hidden] = series.map(seasonalNaive);
  const naive = {
    method: 'seasonal-naive' as const,
    result: measure(hidden),
    points,
  };
  if (values.length < leastForMstl) {
    return naive;
  }
  const answers = (await forecaster(series)).map((each, index) =>
    isUsable(each, series[index].horizon) ? each : undefined,
  );
  const [mstlPoints, ...mstlHidden] = answers;
  const complete = mstlHidden.flatMap(each => (each ? [each] : []));
  if (!mstlPoints || complete.length < origins.length) {
    return naive;
  }
  const result = measure(complete);
  return (result.wape ?? 0) <= (naive.result.wape ?? 0)
    ? { method: 'mstl-ets', result, points: mstlPoints }
    : naive;
}

function isUsable(
  points: readonly number[] | undefined,
  horizon: number,
): points is number[] {
  return points?.length === horizon && points.every(Number.isFinite);
}

/** Every day from the first to the last. */
function fillDays(
  days: ReadonlyArray<{ day: string; total: string }>,
): Array<{ day: string; total: string }> {
  if (days.length === 0) {
    return [];
  }
  const known = new Map(days.map(({ day, total }) => [day, total]));
  const first = days[0].day;
  const length = daysBetween(first, days[days.length - 1].day) + 1;
  return Array.from({ length }, (_, index) => {
    const day = addDays(first, index);
    return { day, total: known.get(day) ?? '0' };
  });
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayLength)
    .toISOString()
    .slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

function firstOfMonth(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1))
    .toISOString()
    .slice(0, 10);
}
