import type { ActivityKind, ActivityPage } from './Activity';
import type { PullRequestPage, PullRequestsRequest } from './PullRequest';

/**
 * Which activity. What is left out does not restrict; several of one sort are joined by "or", sorts by "and".
 *
 * @public
 */
export type ActivityRequest = {
  /** With or without host, in any case: `github.com/team/shop` or `team/shop`. */
  repositories?: readonly string[];
  /** Components, or a system or domain, which stands for its components. */
  entityRefs?: readonly string[];
  /** Groups or users: components that they own, or that groups within them own. */
  owners?: readonly string[];
  kinds?: readonly ActivityKind[];
  cursor?: string;
  /** From 1 to 100; 20 by default. */
  limit?: number;
};

/** @public */
export type ActivityRequestOptions = { token?: string; signal?: AbortSignal };

/**
 * What pages and widgets ask about the activity of repositories.
 *
 * @public
 */
export interface ActivityApi {
  /** The latest of what happened in repositories of components that the caller sees. */
  listActivity(
    request: ActivityRequest,
    options?: ActivityRequestOptions,
  ): Promise<ActivityPage>;

  /** Pull requests that are open: the caller's own, or those of owners. */
  listPullRequests(
    request: PullRequestsRequest,
    options?: ActivityRequestOptions,
  ): Promise<PullRequestPage>;
}
