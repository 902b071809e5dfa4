import type {
  CostDimension,
  CostFilter,
  CostMetric,
} from '@portal/plugin-finops-common';

/** What is asked of the sums. Days `YYYY-MM-DD`, `[from, to)`. */
export type CostQuestion = {
  from: string;
  to: string;
  metric: CostMetric;
  filter: CostFilter;
  groupBy?: CostDimension;
};
