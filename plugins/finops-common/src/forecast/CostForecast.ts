import type { CostMetric } from '../focus/FocusLine';
import type { CostSlice } from '../budgets/Budget';
import type { UnconvertedAmount } from '../costs/CostsAnswer';

/**
 * A figure and the interval in which it falls in four cases of five. Exact decimals as text, two digits.
 *
 * @public
 */
export type ExpectedCost = { expected: string; lower: string; upper: string };

/** @public */
export type ForecastMethod = 'mstl-ets' | 'seasonal-naive';

/**
 * How wrong the same method was on days it had not seen.
 *
 * @public
 */
export type ForecastError = {
  /** Sum of the absolute errors / sum of the absolute actual values: weighted absolute percentage error. */
  measure: 'wape';
  /** 0.07 is 7 %. */
  value: number;
  /** Days held out, over all origins. */
  days: number;
  /** How often the method began anew at an earlier day. */
  origins: number;
};

/**
 * What a month will cost: its known days and its expected ones.
 *
 * @public
 */
export type MonthForecast = ExpectedCost & {
  /** `YYYY-MM`. */
  month: string;
  /** Cost of the known days of the month. */
  actual: string;
  /** Days of the month that are known. */
  knownDays: number;
  days: number;
};

/** `GET /v1/forecast?scope&environment&provider&serviceCategory&metric` @public */
export type CostForecast = {
  slice: CostSlice;
  metric: CostMetric;
  currency: string;
  state: 'ok' | 'insufficient-data';
  /** Days of cost there are, and that are needed, where those are too few. */
  have?: number;
  need?: number;
  method?: ForecastMethod;
  /** The method in words for people. */
  methodTitle?: string;
  /** Of the intervals: 0.8. */
  level: number;
  error?: ForecastError;
  /** The last day that is known. */
  lastDay?: string;
  /** The running month first, then the next three. */
  months: MonthForecast[];
  /** Known days, oldest first: at most the last 90. */
  history: Array<{ day: string; total: string }>;
  /** Expected days after the last known one. */
  days: Array<ExpectedCost & { day: string }>;
  /** What has no exchange rate, of all the days that were read; it is in no figure, known or expected. */
  unconverted?: UnconvertedAmount[];
};
