import type { PayloadReader } from './PayloadReader';

/**
 * The commits of a push, the oldest one first, each with the one before it.
 *
 * @internal
 */
export function chainCommits(options: {
  commits: readonly PayloadReader[];
  /** The field of a commit that has its sha. */
  idField: string;
  /** What the branch was at before; missing where that is no ancestor or not all commits are there. */
  before: string | undefined;
  /** What the branch is at now. */
  after: string | undefined;
}): { commit: PayloadReader; parent?: string }[] {
  const { commits, idField, before, after } = options;
  const shaOf = (commit: PayloadReader) => commit.at(idField).maybeSha;
  const isNewestFirst =
    commits.length > 1 && after !== undefined && shaOf(commits[0]) === after;
  const ordered = isNewestFirst ? [...commits].reverse() : commits;
  return ordered.map((commit, index) => ({
    commit,
    parent: index === 0 ? before : shaOf(ordered[index - 1]),
  }));
}
