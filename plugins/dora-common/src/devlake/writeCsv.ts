/** What a field must be quoted for: separators, quotes, line ends, or a leading blank. */
const quoted = /[",\r\n]|^\s|^\\\.$/;

/**
 * Writes CSV in the form of DevLake's own snapshots: LF line ends, quotes only where they are needed, nothing for a
 * value that is absent.
 *
 * @public
 */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string | number | undefined>>[],
): string {
  const lines = rows.map(row => columns.map(column => csvField(row[column])));
  return [columns.map(csvField), ...lines]
    .map(fields => `${fields.join(',')}\n`)
    .join('');
}

function csvField(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value);
  return quoted.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
