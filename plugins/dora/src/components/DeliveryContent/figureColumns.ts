import {
  doraMetricDefinitions,
  tierMetricIds,
  type DoraMetricId,
} from '@portal/plugin-dora-common';
import type { MetricUnit, MetricValue } from '@portal/plugin-metrics-common';
import {
  formatNumber,
  formatValue,
  type DataColumn,
  type DataValue,
} from '@portal/plugin-metrics-react';
import type { Delivery } from '../../hooks';

/** One of the five figures of a component, with what it is compared with. */
export type FigureRow = {
  entityRef: string;
  environment?: string;
  from: string;
  to: string;
  comparedFrom: string;
  comparedTo: string;
  metric: DoraMetricId;
  unit: MetricUnit;
  now: MetricValue;
  before: MetricValue;
  tier?: string;
  edition: number;
};

/** One row a metric, in the order of the tiles. */
export function figureRows(
  delivery: Pick<Delivery, 'metrics' | 'previous'>,
  subject: { entityRef: string; environment?: string },
): FigureRow[] {
  const { metrics, previous } = delivery;
  return doraMetricDefinitions.map(({ id, unit }) => {
    const tiered = tierMetricIds.find(each => each === id);
    return {
      ...subject,
      ...metrics.period,
      comparedFrom: previous.period.from,
      comparedTo: previous.period.to,
      metric: id,
      unit,
      now: metrics.metrics[id],
      before: previous.metrics[id],
      tier: tiered && metrics.tiers.metrics[tiered]?.tier,
      edition: metrics.tiers.edition,
    };
  });
}

function column(
  id: string,
  value: (row: FigureRow) => DataValue,
): DataColumn<FigureRow> {
  return { id, title: id, text: row => String(value(row) ?? ''), value };
}

function written({ value, unit }: MetricValue): string {
  return value === undefined ? '' : formatValue(value, unit);
}

/** What a file holds of each figure: what its tile says, unrounded, and of when it is. */
export const figureColumns: readonly DataColumn<FigureRow>[] = [
  column('entityRef', row => row.entityRef),
  column('environment', row => row.environment),
  column('from', row => row.from),
  column('to', row => row.to),
  column('metric', row => row.metric),
  column('unit', row => row.unit),
  column('state', row => row.now.state),
  {
    id: 'value',
    title: 'Value',
    text: row => written(row.now),
    value: row => row.now.value,
  },
  {
    id: 'sampleSize',
    title: 'n',
    text: row => formatNumber(row.now.sampleSize),
    value: row => row.now.sampleSize,
  },
  column('comparedFrom', row => row.comparedFrom),
  column('comparedTo', row => row.comparedTo),
  {
    id: 'valueBefore',
    title: 'Value before',
    text: row => written(row.before),
    value: row => row.before.value,
  },
  column('sampleSizeBefore', row => row.before.sampleSize),
  column('tier', row => row.tier),
  column('edition', row => row.tier && row.edition),
];
