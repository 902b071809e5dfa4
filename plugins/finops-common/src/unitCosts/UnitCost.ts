import type { MoneyAmount, UnconvertedAmount } from '../costs/CostsAnswer';
import type { CostMetric } from '../focus/FocusLine';

/** @public */
export type UnitCostRequest = {
  /** `YYYY-MM-DD`, included. */
  from: string;
  /** `YYYY-MM-DD`, excluded. */
  to: string;
  /** A component, group, system or domain. Default: everything. */
  scope?: string;
  /** Default: BilledCost. */
  metric?: CostMetric;
  /** The id of a metric of the store whose values add. Default: deploymentFrequency. */
  per?: string;
};

/**
 * Answer of `GET /v1/unit-costs`.
 *
 * @public
 */
export type UnitCost = {
  from: string;
  to: string;
  scope: string;
  metric: CostMetric;
  per: string;
  /** Of what the cost is divided by. */
  title: string;
  currency: string;
  cost: MoneyAmount;
  /** Neither in the cost nor in what one costs. */
  unconverted?: UnconvertedAmount[];
  state: 'ok' | 'insufficient-data';
  quantity?: number;
  costPerUnit?: MoneyAmount;
  /** Where there is too little to divide by. */
  have?: number;
  need?: number;
};
