import type { MetricDefinition } from '@portal/plugin-metrics-common';
import type { TableCell, TableRow } from './MetricTable';

/** How a table is ordered: by which of its metrics, the worst or the best first. */
export type TableOrder = { column: number; first: 'worst' | 'best' };

/** The number that a cell is ordered by: its value, or that of the service in the middle. */
export function numberOf(cell: TableCell | undefined): number | undefined {
  return cell?.value.value ?? cell?.distribution?.quantiles.p50;
}

/** Rows in the order of one metric. What has no value comes last, whichever end is first. */
export function sortRows(
  rows: readonly TableRow[],
  order: TableOrder,
  definition: Pick<MetricDefinition, 'betterWhen'>,
): TableRow[] {
  const ascends =
    (definition.betterWhen === 'higher') === (order.first === 'worst');
  return [...rows].sort((one, other) => {
    const a = numberOf(one.cells[order.column]);
    const b = numberOf(other.cells[order.column]);
    if (a === undefined || b === undefined) {
      return Number(a === undefined) - Number(b === undefined);
    }
    return ascends ? a - b : b - a;
  });
}
