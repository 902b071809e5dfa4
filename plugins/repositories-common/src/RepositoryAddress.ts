import {
  isRepositoryName,
  isRepositoryPath,
  isRevision,
} from './repositoryNames';

/**
 * A place in one of the portal's repositories.
 *
 * @public
 */
export type RepositoryAddress = {
  name: string;
  /** A branch, a tag or a commit. */
  revision: string;
  /** Without a slash at its beginning or end; empty for the root. */
  path: string;
};

/** The branch that templates publish to. */
export const defaultBranch = 'main';

/**
 * The path of the page that shows a place in a repository, below the address of the portal. The catalog keeps these as the
 * locations of what a template made, so that "view source" leads to the page.
 *
 * @public
 */
export function formatRepositoryPath(
  address: Pick<RepositoryAddress, 'name'> & Partial<RepositoryAddress>,
  type: 'blob' | 'tree' = 'tree',
): string {
  const { name, revision, path } = address;
  const root = `/repositories/${name}`;
  if (revision === undefined) {
    return root;
  }
  const segments = (path ?? '').split('/').map(encodeURIComponent);
  return `${root}/${type}/${revision}/${segments.join('/')}`;
}

/**
 * Reads what {@link formatRepositoryPath} writes. Undefined for everything else, also for what only resembles it.
 *
 * @public
 */
export function parseRepositoryPath(
  pathname: string,
): RepositoryAddress | undefined {
  const match =
    /^\/repositories\/([^/]+)(?:\/(?:blob|tree)\/([^/]+)(?:\/(.*))?)?\/?$/.exec(
      pathname,
    );
  if (!match) {
    return undefined;
  }
  const [, name, revision = defaultBranch, encoded = ''] = match;
  const path = decode(encoded.replace(/\/$/, ''));
  return path !== undefined &&
    isRepositoryName(name) &&
    isRevision(revision) &&
    isRepositoryPath(path)
    ? { name, revision, path }
    : undefined;
}

function decode(text: string): string | undefined {
  try {
    const segments = text.split('/').map(decodeURIComponent);
    // An encoded slash would make two segments out of one.
    return segments.some(segment => segment.includes('/'))
      ? undefined
      : segments.join('/');
  } catch {
    return undefined;
  }
}
