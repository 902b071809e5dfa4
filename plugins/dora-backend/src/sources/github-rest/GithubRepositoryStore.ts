import type { NamedRepository } from '@portal/github-rest';

/**
 * A repository whose turn it is.
 *
 * @internal
 */
export type DueRepository = Omit<NamedRepository, 'entityRef'> & {
  /** As it was saved; see `parseGithubCursor`. */
  cursor: unknown;
  /** What failed last time. */
  error?: string;
};

/**
 * How the reading of a component's repository is doing.
 *
 * @internal
 */
export type GithubRepositoryStatus = {
  /** Such as `github.com/team/shop`. */
  location: string;
  lastSuccessAt?: Date;
  failingSince?: Date;
  /** What failed and what to do. */
  error?: string;
};

/**
 * Remembers which repositories there are, how far each was read, and when its next turn is. Spans are milliseconds.
 *
 * @internal
 */
export interface GithubRepositoryStore {
  /** What the catalog names now. Others are read no more; how far they were read is kept. */
  keepOnly(repositories: readonly NamedRepository[]): Promise<void>;

  /**
   * A repository whose turn it is, the one that was not read for longest first. For others it is gone until the lease
   * is over, or something is recorded.
   */
  takeDue(options: { lease: number }): Promise<DueRepository | undefined>;

  /** @param cursor - JSON. */
  saveCursor(name: string, cursor: string): Promise<void>;

  recordSuccess(name: string, options: { nextIn: number }): Promise<void>;

  /** The next turn is in `nextIn`, with each failure in a row twice that, but not more than `nextInAtMost`. */
  recordFailure(
    name: string,
    options: { error: string; nextIn: number; nextInAtMost: number },
  ): Promise<void>;

  /**
   * A turn that ended before the repository did. `wasRead` says whether others are to come before it now.
   */
  postpone(
    name: string,
    options: { until: Date; wasRead: boolean },
  ): Promise<void>;

  /** @param entityRef - In lower case. */
  statusOf(entityRef: string): Promise<GithubRepositoryStatus | undefined>;
}
