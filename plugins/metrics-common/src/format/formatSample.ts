import type { MetricDefinition } from '../MetricDefinition';
import { formatDuration, formatNumber, type FormatOptions } from './format';

/** Writes what a value rests on: `42 deployments`, `28 d known time`. */
export function formatSample(
  definition: Pick<MetricDefinition, 'sample' | 'sampleUnit'>,
  size: number,
  options: FormatOptions = {},
): string {
  const amount =
    definition.sampleUnit === 'second'
      ? formatDuration(size / 3_600, options)
      : formatNumber(size, options);
  return `${amount} ${definition.sample}`;
}
