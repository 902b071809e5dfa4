import type { MetricUnit } from '@portal/plugin-metrics-common';

/** One of a group, with its value. */
export type DistributionItem = { id: string; title: string; value: number };

/** A value to read the others against, such as where a band begins. */
export type DistributionMark = { value: number; label: string };

/** What the drawings of a distribution need. */
export type DistributionPlanOptions = {
  items: readonly DistributionItem[];
  unit: MetricUnit;
  /** What the items are, in the plural: "services". */
  noun: string;
  marks: readonly DistributionMark[];
};
