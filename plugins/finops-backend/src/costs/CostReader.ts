import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CostMetric, CostSlice } from '@portal/plugin-finops-common';

/** What is asked of the sums. Days `YYYY-MM-DD`, `[from, to)`. */
export type CostQuestion = {
  from: string;
  to: string;
  metric: CostMetric;
  filter: CostSlice;
};

/** Reads costs in the name of a caller, who gets what the caller may see. */
export interface CostReader {
  /** Days without cost may be left out. */
  daily(
    credentials: BackstageCredentials,
    question: CostQuestion,
  ): Promise<{
    currency: string;
    days: Array<{ day: string; total: string }>;
    unconverted?: Array<{ currency: string; total: string }>;
  }>;
}
