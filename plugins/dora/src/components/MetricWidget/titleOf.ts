import {
  doraMetricDefinitions,
  type DoraMetricId,
} from '@portal/plugin-dora-common';

/** What a metric is called, before its definition is loaded. */
export function titleOf(metric: DoraMetricId): string {
  return doraMetricDefinitions.find(({ id }) => id === metric)?.title ?? metric;
}
