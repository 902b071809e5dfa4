/**
 * A statement that makes sure that the connection has a temporary table. It stays with the connection and is empty at the
 * beginning of each transaction: to make and drop a table costs a small import more than all of its rows.
 *
 * @param columns - a table whose columns change needs another name, since pooled connections may keep the old one.
 */
export function temporaryTable(name: string, columns: string): string {
  return `CREATE TEMPORARY TABLE IF NOT EXISTS ${name} (${columns}) ON COMMIT DELETE ROWS`;
}
