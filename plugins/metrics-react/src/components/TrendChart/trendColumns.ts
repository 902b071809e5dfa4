import type { MetricDefinition } from '@portal/plugin-metrics-common';
import type { SeriesPoint } from '../../chart';
import { formatDuration, formatNumber, formatPeriod } from '../../format';
import type { DataColumn } from '../../table';
import { describeValue } from './describePoint';

/** What the table says of each point. */
export function trendColumns(
  definition: MetricDefinition,
): DataColumn<SeriesPoint>[] {
  return [
    {
      id: 'period',
      title: 'Period',
      text: point => formatPeriod(point.period),
    },
    {
      id: 'value',
      title: definition.title,
      text: point => describeValue(point),
    },
    {
      id: 'sampleSize',
      title: `n (${definition.sample})`,
      text: point =>
        definition.sampleUnit === 'second'
          ? formatDuration(point.sampleSize / 3_600)
          : formatNumber(point.sampleSize),
    },
    {
      id: 'complete',
      title: 'Over',
      text: point => (point.complete ? 'Yes' : 'Not yet'),
    },
  ];
}
