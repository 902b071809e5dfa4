import {
  performanceTiers,
  type DeliveryOverview,
  type DoraMetricDefinitions,
  type OverviewMetric,
} from '@portal/plugin-dora-common';
import type { DataColumn, DataValue } from '@portal/plugin-metrics-react';

type Summary = OverviewMetric & {
  scope: string;
  from: string;
  to: string;
  comparedFrom: string;
  comparedTo: string;
  metric: string;
  unit: string;
};

function column(
  id: string,
  value: (row: Summary) => DataValue,
): DataColumn<Summary> {
  return { id, title: id, text: row => String(value(row) ?? ''), value };
}

/** What a file holds of each metric of a scope. */
export const summaryColumns: readonly DataColumn<Summary>[] = [
  column('scope', row => row.scope),
  column('from', row => row.from),
  column('to', row => row.to),
  column('comparedFrom', row => row.comparedFrom),
  column('comparedTo', row => row.comparedTo),
  column('metric', row => row.metric),
  column('unit', row => row.unit),
  column('total', row => row.total?.value),
  column('totalBefore', row => row.totalBefore?.value),
  column('servicesWithValue', row => row.coverage.have),
  column('services', row => row.coverage.of),
  ...performanceTiers.flatMap(tier => [
    column(tier, row => row.tiers?.[tier]),
    column(`${tier}Before`, row => row.tiersBefore?.[tier]),
  ]),
  column('min', row => row.spread?.min),
  column('p25', row => row.spread?.p25),
  column('median', row => row.spread?.median),
  column('p75', row => row.spread?.p75),
  column('max', row => row.spread?.max),
  column('better', row => row.better),
  column('worse', row => row.worse),
  column('same', row => row.same),
];

/** One row a metric. */
export function summaryRows(
  overview: DeliveryOverview,
  definitions: DoraMetricDefinitions['items'],
): Summary[] {
  return definitions.map(({ id, unit }) => ({
    ...overview.metrics[id],
    scope: overview.scope,
    ...overview.period,
    comparedFrom: overview.comparison.from,
    comparedTo: overview.comparison.to,
    metric: id,
    unit,
  }));
}
