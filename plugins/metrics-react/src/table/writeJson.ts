import { fileValue, type DataColumn } from './DataColumn';

/** Rows as a JSON array of objects, one a row; a field without a value is absent. */
export function writeJson<Row>(
  columns: readonly DataColumn<Row>[],
  rows: readonly Row[],
): string {
  const items = rows.map(row =>
    Object.fromEntries(
      columns.map(column => [column.id, fileValue(column, row)]),
    ),
  );
  return `${JSON.stringify(items, undefined, 2)}\n`;
}
