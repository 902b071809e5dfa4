import type { CostMetric } from '@portal/plugin-finops-common';

/** The columns of the metrics, in lines and in sums. */
export const metricColumns: Record<CostMetric, string> = {
  BilledCost: 'billed_cost',
  EffectiveCost: 'effective_cost',
  ListCost: 'list_cost',
  ContractedCost: 'contracted_cost',
};
