/**
 * Writes rows as a FOCUS CSV, for sources that are no files: they go the way of all others, and are checked like them.
 *
 * @internal
 */
export async function* writeFocusCsv(
  rows: Iterable<Readonly<Record<string, string>>>,
  columns: readonly string[],
): AsyncGenerator<Buffer> {
  yield Buffer.from(`${columns.join(',')}\n`);
  for (const row of rows) {
    const cells = columns.map(
      column => `"${(row[column] ?? '').replaceAll('"', '""')}"`,
    );
    yield Buffer.from(`${cells.join(',')}\n`);
  }
}
