import type { CostMetric } from '../focus/FocusLine';
import type { CostFilter, MoneyAmount } from './CostsAnswer';

/** @public */
export type CostChangesRequest = CostFilter & {
  /** `YYYY-MM-DD`, included. */
  from: string;
  /** `YYYY-MM-DD`, excluded. */
  to: string;
  /** Default: BilledCost. */
  metric?: CostMetric;
  /** Default: before. */
  compare?: 'before' | 'year';
};

/**
 * What made a cost another one. The four add to the difference, exactly.
 *
 * @public
 */
export type CostEffects = {
  /** The same was used at another price a unit. */
  price: MoneyAmount;
  /** More or less of the same was used. */
  quantity: MoneyAmount;
  /** Use moved between what is dear and what is cheap, or began, or ended. */
  mix: MoneyAmount;
  /** Lines without a quantity: fees, taxes, credits, corrections. */
  other: MoneyAmount;
};

/** @public */
export type CostChangeItem = CostEffects & {
  /** FOCUS ServiceName. */
  key: string;
  total: MoneyAmount;
  previous: MoneyAmount;
};

/**
 * Answer of `GET /v1/costs/changes`: why a cost differs from that of the time before.
 *
 * @public
 */
export type CostChangesAnswer = {
  from: string;
  to: string;
  metric: CostMetric;
  currency: string;
  total: MoneyAmount;
  previous: { from: string; to: string; total: MoneyAmount };
  effects: CostEffects;
  /** By service, the greatest difference first. */
  items: CostChangeItem[];
};
