import type { UnconvertedAmount } from '../costs/CostsAnswer';
import type { CostMetric } from '../focus/FocusLine';

/**
 * What a budget, a forecast or an anomaly is about: what is absent is not restricted.
 *
 * @public
 */
export type CostSlice = {
  /** A group, system, domain or component, or `everything`. Default: `everything`. */
  scope?: string;
  environment?: string;
  provider?: string;
  serviceCategory?: string;
};

/** @public */
export const budgetPeriods = ['month', 'year'] as const;

/**
 * Calendar months, or fiscal years as configured.
 *
 * @public
 */
export type BudgetPeriod = (typeof budgetPeriods)[number];

/**
 * What people write of a budget.
 *
 * @public
 */
export type BudgetInput = {
  /** Plain words, such as `Checkout in production`. */
  title: string;
  slice: CostSlice;
  metric: CostMetric;
  period: BudgetPeriod;
  /** Exact decimal as text, above 0. */
  amount: string;
  /** ISO 4217. */
  currency: string;
  /** Shares of the amount at which the owner is told, ascending: `[0.5, 0.8, 1]`. */
  thresholds: number[];
  /** Whether the owner is told when the forecast goes beyond the amount. */
  alertOnForecast: boolean;
  /** Who is told: a group or user. Default: the scope, where it is a group; else its owners. */
  owner?: string;
};

/** @public */
export type Budget = BudgetInput & {
  id: string;
  /** `config` budgets are changed in configuration or Git, `portal` budgets in the portal. */
  origin: 'config' | 'portal';
  createdBy?: string;
  updatedBy?: string;
  /** ISO 8601 instants. */
  createdAt?: string;
  updatedAt?: string;
};

/**
 * - `within`: below every threshold.
 * - `near`: at or above a threshold, and below the amount.
 * - `forecast-over`: the amount is left, and the forecast goes beyond it.
 * - `over`: at or above the amount.
 *
 * It goes by what is counted. Where a use has `unconverted` or `expectedUnconverted`, more may be spent than the state says.
 *
 * @public
 */
export type BudgetState = 'within' | 'near' | 'forecast-over' | 'over';

/**
 * How much of a budget is spent in a period.
 *
 * @public
 */
export type BudgetUse = {
  budget: Budget;
  /** Days `[from, to)` of the period. */
  from: string;
  to: string;
  /** The last day that has cost, if any. */
  lastDay?: string;
  /** Exact decimal in the budget's currency. */
  spent: string;
  /** Amount less spent; negative when over. */
  remaining: string;
  /** Spent / amount, such as 0.83. */
  share: number;
  state: BudgetState;
  /** The highest threshold that is reached. */
  reached?: number;
  /** Expected at the end of the period, where a forecast is there. */
  expected?: string;
  expectedLower?: string;
  expectedUpper?: string;
  /** Totals in other currencies without a rate, which are not in `spent`. */
  unconverted?: UnconvertedAmount[];
  /** What has no rate of the days that a forecast learns from, or of what it expects, and so is not in `expected`. */
  expectedUnconverted?: UnconvertedAmount[];
};

/** `GET /v1/budgets` @public */
export type BudgetsAnswer = { items: BudgetUse[] };
