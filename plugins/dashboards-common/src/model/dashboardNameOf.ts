/**
 * A name for the catalog, made of the title of a board.
 *
 * @public
 */
export function dashboardNameOf(title: string): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
  return name || 'board';
}
