import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  CostDimension,
  CostFilter,
  CostMetric,
  CostsAnswer,
  UnconvertedAmount,
} from '@portal/plugin-finops-common';

/** Which costs. Days `YYYY-MM-DD`, `[from, to)`. */
export type CostQuestion = {
  from: string;
  to: string;
  metric: CostMetric;
  filter: CostFilter;
};

/** What can be asked besides. */
export type TotalsQuestion = CostQuestion & {
  groupBy?: CostDimension;
  interval?: 'day' | 'month';
  compare?: 'before' | 'year';
  /** How many groups, the dearest; the others are added up. */
  limit?: number;
};

/** Answers what was spent, as far as the caller may know it. */
export interface CostReader {
  totals(
    credentials: BackstageCredentials,
    question: TotalsQuestion,
  ): Promise<CostsAnswer>;

  /** Every day of the period, also those without cost. */
  daily(
    credentials: BackstageCredentials,
    question: CostQuestion,
  ): Promise<{
    currency: string;
    days: Array<{ day: string; total: string }>;
    /** What has no exchange rate; it is in no day. */
    unconverted?: UnconvertedAmount[];
  }>;
}
