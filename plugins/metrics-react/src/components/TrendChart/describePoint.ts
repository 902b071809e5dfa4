import type { MetricDefinition } from '@portal/plugin-metrics-common';
import type { SeriesPoint } from '../../chart';
import { formatPeriod, formatSample, formatValue } from '../../format';

/** The words for a point's value, or for its absence. */
export function describeValue(
  point: SeriesPoint,
  display: 'narrow' | 'long' = 'narrow',
): string {
  const { value } = point;
  return value === undefined
    ? 'no value'
    : formatValue(value, point.unit, { display });
}

/** A point in one sentence, for the ear. */
export function describePoint(
  point: SeriesPoint,
  definition: MetricDefinition,
): string {
  const parts = [
    `${formatPeriod(point.period)}: ${describeValue(point, 'long')}`,
    `n = ${formatSample(definition, point.sampleSize)}`,
  ];
  if (!point.complete) {
    parts.push('not over yet');
  }
  return parts.join(', ');
}
