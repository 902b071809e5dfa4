import type { GithubRestConfig } from './readGithubRestConfig';

/**
 * How far a list of GitHub was read. Instants are epoch milliseconds, as GitHub tells them.
 *
 * @internal
 */
export type WalkState = {
  /** Everything that is as new as this, or newer, was read when the last walk ended. */
  floor?: number;
  /** Of the first page at that time. */
  etag?: string;
  /** A walk that has not come to its end. */
  open?: {
    /** The newest thing when it began. */
    top?: number;
    etag?: string;
    /** The path of the page that it is at. */
    at: string;
    /** What of this page is done. */
    done: string[];
  };
};

/**
 * A deployment whose end may still come.
 *
 * @internal
 */
export type WatchedDeployment = {
  id: number;
  createdAt: number;
  checkedAt: number;
  etag?: string;
  /** What the parser needs of it. */
  deployment: Record<string, unknown>;
};

/** @internal */
export type GithubList = 'deployments' | 'pulls' | 'releases';

/**
 * How far a repository was read, and under which settings.
 *
 * @internal
 */
export type GithubCursor = {
  /** What the parser needs of the repository, with the ETag that it came with. */
  repository?: { etag?: string; body: Record<string, unknown> };
  lists: Record<GithubList, WalkState>;
  watched: WatchedDeployment[];
  /** Milliseconds that the first read went back. */
  history: number;
  pageSize: number;
};

// Counted up whenever things are read differently, so that stored histories are read anew.
const version = 1;

/** @internal */
export function formatGithubCursor(cursor: GithubCursor): string {
  return JSON.stringify({ version, ...cursor });
}

/**
 * The cursor that was stored. A new one where there is none, it is of another version, or more history is wanted.
 *
 * @internal
 */
export function parseGithubCursor(
  stored: unknown,
  config: Pick<GithubRestConfig, 'history' | 'pageSize'>,
): GithubCursor {
  const { history, pageSize } = config;
  const found = Object(stored) as Partial<GithubCursor> & { version?: number };
  if (
    found.version !== version ||
    !found.lists ||
    !(Number(found.history) >= history)
  ) {
    const lists = { deployments: {}, pulls: {}, releases: {} };
    return { lists, watched: [], history, pageSize };
  }
  const { deployments, pulls, releases } = found.lists;
  // A page of another size begins elsewhere.
  const keep = ({ open, ...rest }: WalkState): WalkState =>
    found.pageSize === pageSize && open ? { ...rest, open } : rest;
  return {
    repository: found.repository,
    lists: {
      deployments: keep(deployments),
      pulls: keep(pulls),
      releases: keep(releases),
    },
    watched: found.watched ?? [],
    history: Number(found.history),
    pageSize,
  };
}
