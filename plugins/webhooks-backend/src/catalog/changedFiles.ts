import type { CatalogScmEvent } from '@backstage/plugin-catalog-node/alpha';
import { fieldsOf, textOf } from '../senders/parseJson';

/** More files than this are not named one by one. */
const maxFiles = 500;
/** GitHub names no more commits than this in a push. */
const maxCommits = 2048;

type Change = 'created' | 'updated' | 'deleted';

/**
 * What the commits of a push did to files, taken together; nothing where there are too many of them to name.
 *
 * @param commits - Oldest first, each with `added`, `modified` and `removed`, as GitHub and GitLab name them.
 */
export function changedFiles(
  commits: unknown,
  options: { fileUrl(path: string): string },
): CatalogScmEvent[] | undefined {
  const changes = new Map<string, Change>();
  const known = Array.isArray(commits) ? commits : [];
  if (known.length >= maxCommits) {
    return undefined;
  }
  for (const commit of known) {
    const { added, modified, removed } = fieldsOf(commit);
    for (const path of pathsOf(removed)) {
      note(changes, path, 'deleted');
    }
    for (const path of pathsOf(added)) {
      note(changes, path, 'created');
    }
    for (const path of pathsOf(modified)) {
      note(changes, path, 'updated');
    }
    if (changes.size > maxFiles) {
      return undefined;
    }
  }
  return [...changes].map(([path, change]) => ({
    type: `location.${change}` as const,
    url: options.fileUrl(path),
  }));
}

function note(changes: Map<string, Change>, path: string, change: Change) {
  const before = changes.get(path);
  if (before === 'created' && change === 'deleted') {
    // It came and went within the push.
    changes.delete(path);
  } else if (before === 'created' && change === 'updated') {
    changes.set(path, 'created');
  } else if (before === 'deleted' && change === 'created') {
    changes.set(path, 'updated');
  } else {
    changes.set(path, change);
  }
}

function pathsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter(path => textOf(path) !== undefined)
    : [];
}
