import type {
  MetricDistribution,
  MetricValue,
  RegisteredMetric,
} from '@portal/plugin-metrics-common';

/** What is known of one metric of one entity. */
export type TableCell = {
  value: MetricValue;
  /** Of a group of services and a metric that has no value of a group. */
  distribution?: MetricDistribution;
};

/** One entity and its figures, in the order of the metrics. */
export type TableRow = { entityRef: string; cells: TableCell[] };

/** Figures of entities. */
export type MetricTable = { metrics: RegisteredMetric[]; rows: TableRow[] };

/** Which figures of which entities are asked for. */
export type TableQuestion = {
  metricIds: string[];
  /** A group, system, domain or component, or everything: its components are the rows. */
  subject: string;
  /** Instead: these entities are the rows. */
  entityRefs: string[];
  window: 28 | 90 | 365;
  dimension?: string;
};
