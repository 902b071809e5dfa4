import {
  doraMetricDefinitions,
  tierMetricIds,
  type DoraMetricId,
} from '@portal/plugin-dora-common';
import type { MetricUnit } from '@portal/plugin-metrics-common';
import { formatValue, type DataColumn } from '@portal/plugin-metrics-react';
import type { ListedService } from '../../hooks';

/** The tier of a service for a metric, where it has one. */
export function tierOfService(service: ListedService, id: DoraMetricId) {
  const tiered = tierMetricIds.find(each => each === id);
  return tiered && service.tiers?.[tiered];
}

function written(value: number | undefined, unit: MetricUnit) {
  return value === undefined ? '' : formatValue(value, unit);
}

/** What a file holds of each service: every figure, the one before, what it rests on, and its tier. */
export const serviceColumns: readonly DataColumn<ListedService>[] = [
  { id: 'service', title: 'Service', text: service => service.entityRef },
  ...doraMetricDefinitions.flatMap(
    ({ id, title, unit }): DataColumn<ListedService>[] => [
      {
        id,
        title,
        text: ({ metrics }) => written(metrics?.[id].value, unit),
        value: ({ metrics }) => metrics?.[id].value,
      },
      {
        id: `${id}Before`,
        title: `${title} before`,
        text: ({ before }) => written(before?.[id].value, unit),
        value: ({ before }) => before?.[id].value,
      },
      {
        id: `${id}SampleSize`,
        title: `${title}, n`,
        text: ({ metrics }) => String(metrics?.[id].sampleSize ?? ''),
        value: ({ metrics }) => metrics?.[id].sampleSize,
      },
      {
        id: `${id}Tier`,
        title: `${title}, tier`,
        text: service => tierOfService(service, id)?.tier ?? '',
        value: service => tierOfService(service, id)?.tier,
      },
    ],
  ),
];
