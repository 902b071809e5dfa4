import type { ActivitySource } from './Activity';

/**
 * A pull request, or merge request, that is open.
 *
 * @public
 */
export type PullRequest = {
  source: ActivitySource;
  /** With its host, such as `github.com/team/shop`. */
  repository: string;
  /** The components of the repository that the caller sees. */
  entityRefs: string[];
  /** As its source writes it: `#42`, or `!42` at GitLab. */
  number: string;
  /** Plain text, on one line. */
  title: string;
  /** Begins with http. */
  url?: string;
  /** The name by which the source knows who opened it. */
  author?: string;
  /** ISO 8601. */
  openedAt: string;
  draft: boolean;
  /** The last verdict of a reviewer, where there is one. */
  review?: 'approved' | 'changes-requested';
  /** Made up for the demo organisation. */
  demo: boolean;
};

/**
 * Those that are open, the latest first.
 *
 * @public
 */
export type PullRequestPage = {
  items: PullRequest[];
  /** How many there are, also where fewer are listed. */
  total: number;
  /** By which names the caller is known to the sources. Only where the caller's own are asked for. */
  accounts?: string[];
};

/**
 * Whose pull requests.
 *
 * @public
 */
export type PullRequestsRequest = {
  /**
   * References of groups or users: those in repositories of components that they own, or that groups within them own. The
   * caller's own where there is none.
   */
  owners?: readonly string[];
  /** From 1 to 100; 20 by default. */
  limit?: number;
};
