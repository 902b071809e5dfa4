/**
 * Whether a cell says that there is nothing: it is empty, blank, or a literal NULL.
 *
 * @internal
 */
export function isAbsent(cell: string | undefined): boolean {
  if (cell === undefined || cell.length === 0) {
    return true;
  }
  const first = cell.charCodeAt(0);
  if (first <= 0x20 || first === 0xa0) {
    const trimmed = cell.trim();
    return trimmed === '' || trimmed === 'NULL' || trimmed === 'null';
  }
  return (
    (first === 0x4e || first === 0x6e) &&
    (cell === 'NULL' || cell === 'null' || /^(?:NULL|null)\s+$/.test(cell))
  );
}
