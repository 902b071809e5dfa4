import { fileValue, type DataColumn, type DataValue } from './DataColumn';

const decimal = /^-?\d+(\.\d+)?$/;

/**
 * A text that begins like a formula would be run by a spreadsheet: a quote before it makes it a text there. Exact
 * decimals are left as they are.
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !decimal.test(text) ? `'${text}` : text;
}

function field(value: DataValue): string {
  if (value === undefined) {
    return '';
  }
  const text = typeof value === 'string' ? harmless(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as CSV for another tool (RFC 4180): instants in UTC, values unrounded and in their own unit, nothing where
 * there is no value.
 */
export function writeCsv<Row>(
  columns: readonly DataColumn<Row>[],
  rows: readonly Row[],
): string {
  const lines = [
    columns.map(column => field(column.id)),
    ...rows.map(row => columns.map(column => field(fileValue(column, row)))),
  ];
  return lines.map(line => `${line.join(',')}\r\n`).join('');
}
