/** Where a link leads. */
export type ResolvedLink =
  | { kind: 'inside'; path: string; anchor?: string }
  | { kind: 'outside' }
  | { kind: 'malformed' };

const scheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Finds where a link of a page leads within its site.
 *
 * @remarks
 *
 * What names a host or begins at the root of the portal is outside, and so is what climbs out of the site: that is another
 * entity's site. Nobody follows those.
 *
 * @param page - Path of the page within the site, such as `guide/index.html`.
 * @param target - The address as it is written.
 */
export function resolveLink(page: string, target: string): ResolvedLink {
  const address = target.trim();
  if (scheme.test(address) || address.startsWith('/')) {
    return { kind: 'outside' };
  }
  const [beforeAnchor, ...afterHash] = address.split('#');
  const [rawPath] = beforeAnchor.split('?');
  let path: string;
  let anchor: string;
  try {
    path = decodeURIComponent(rawPath);
    anchor = decodeURIComponent(afterHash.join('#'));
  } catch {
    return { kind: 'malformed' };
  }
  const found = path === '' ? page : climb(page, path);
  return found === undefined
    ? { kind: 'outside' }
    : { kind: 'inside', path: found, anchor: anchor || undefined };
}

function climb(page: string, path: string): string | undefined {
  const folders = page.split('/').slice(0, -1);
  const steps = path.split('/');
  for (const step of steps) {
    if (step === '..') {
      if (folders.length === 0) {
        return undefined;
      }
      folders.pop();
    } else if (step !== '.' && step !== '') {
      folders.push(step);
    }
  }
  const isFolder = ['', '.', '..'].includes(steps[steps.length - 1]);
  if (isFolder) {
    folders.push('index.html');
  }
  return folders.join('/');
}
