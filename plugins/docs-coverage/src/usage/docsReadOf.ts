/** A page of the reader, or of the documentation tab of an entity's page. */
const docsPath =
  /^\/(?:docs\/([^/]+)\/([^/]+)\/([^/]+)(?:\/|$)|catalog\/([^/]+)\/([^/]+)\/([^/]+)\/docs(?:\/|$))/;

const entityRefShape = /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/;
const maxLength = 300;

/**
 * Whose documentation is read at a path of the portal, as a complete reference; nothing where none is.
 *
 * @param pathname - without the base path of the portal, search and hash
 */
export function docsReadOf(pathname: string): string | undefined {
  const match = docsPath.exec(pathname);
  if (!match) {
    return undefined;
  }
  const [namespace, kind, name] = match.slice(1).filter(Boolean);
  try {
    const ref = [kind, ':', namespace, '/', name]
      .map(decodeURIComponent)
      .join('')
      .toLocaleLowerCase('en-US');
    return entityRefShape.test(ref) && ref.length <= maxLength
      ? ref
      : undefined;
  } catch {
    // No address that anything can be at.
    return undefined;
  }
}
