import type {
  MetricDefinition,
  MetricState,
} from '@portal/plugin-metrics-common';
import { formatValue } from '@portal/plugin-metrics-react';
import type { TableCell } from './MetricTable';

const missing: Record<MetricState, string> = {
  ok: 'No value',
  'insufficient-data': 'No data',
  'not-configured': 'Not connected',
  'source-error': 'Source failed',
  stale: 'Out of date',
};

/** What a reader sees in a cell: the value, where the services lie, or why there is neither. */
export function describeCell(
  cell: TableCell,
  definition: Pick<MetricDefinition, 'unit'>,
): string {
  const { value, distribution } = cell;
  if (value.value !== undefined) {
    return formatValue(value.value, value.unit);
  }
  if (!distribution) {
    return missing[value.state];
  }
  const [low, high] = [
    distribution.quantiles.p25,
    distribution.quantiles.p75,
  ].map(number => formatValue(number, definition.unit));
  return low === high ? low : `${low} – ${high}`;
}
