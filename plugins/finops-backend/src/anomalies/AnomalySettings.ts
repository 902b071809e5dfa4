import type { CostMetric } from '@portal/plugin-finops-common';

/** What counts as an anomaly. */
export type AnomalySettings = {
  metric: CostMetric;
  /** How much more or less a day must cost, in the currency of its lines. */
  minImpact: number;
  /** How many robust deviations it must lie off. */
  minScore: number;
  /** Newer days are not looked at: their costs still come in. 1 is yesterday. */
  settleDays: number;
  /** How many days before the newest one are looked at when they are new or changed. */
  lookbackDays: number;
};
