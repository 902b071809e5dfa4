import type { CostMetric } from '../focus/FocusLine';
import type {
  CostFilter,
  MoneyAmount,
  UnconvertedAmount,
} from '../costs/CostsAnswer';
import type { CostEffects } from './explainCostChange';

/** @public */
export type CostChangesRequest = CostFilter & {
  from: string;
  to: string;
  metric?: CostMetric;
  /** Default: `before`. */
  compare?: 'before' | 'year';
};

/**
 * Answer of `GET /v1/costs/changes`.
 *
 * @public
 */
export type CostChangesAnswer = {
  from: string;
  to: string;
  previous: { from: string; to: string };
  metric: CostMetric;
  currency: string;
  before: MoneyAmount;
  after: MoneyAmount;
  /** The effects of all families together; they add to the change. */
  effects: Omit<CostEffects, 'family' | 'before' | 'after'>;
  /** By service and pricing unit, the largest changes first. */
  families: CostEffects[];
  /** What has no exchange rate, by period; it is in no effect. */
  unconverted?: { before: UnconvertedAmount[]; after: UnconvertedAmount[] };
};
