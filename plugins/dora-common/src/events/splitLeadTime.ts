import type { PullRequestEvent } from './eventTypes';

/**
 * Where the time between a change and its deployment went, in milliseconds. A part whose start or end is not known, or whose
 * end lies before its start, is absent.
 *
 * @public
 */
export type LeadTimeSplit = {
  /** First commit to the opening of the pull request. */
  coding?: number;
  /** Opening to merge. */
  review?: number;
  /** Opening to the first review: a part of `review`. */
  pickup?: number;
  /** Merge to the end of the deployment that brought it. */
  mergeToDeploy?: number;
  /** First commit to the end of the deployment. */
  fromFirstCommit?: number;
};

/**
 * Splits the lead time of a pull request.
 *
 * @param deployedAt - When the first deployment that brought it had finished, in epoch milliseconds.
 * @public
 */
export function splitLeadTime(
  pullRequest: PullRequestEvent,
  deployedAt?: number,
): LeadTimeSplit {
  const { firstCommitAt, openedAt, firstReviewAt, mergedAt } = pullRequest;
  const parts: LeadTimeSplit = {
    coding: span(firstCommitAt, openedAt),
    review: span(openedAt, mergedAt),
    pickup: span(openedAt, firstReviewAt),
    mergeToDeploy: span(mergedAt, deployedAt),
    fromFirstCommit: span(firstCommitAt, deployedAt),
  };
  return Object.fromEntries(
    Object.entries(parts).filter(([, length]) => length !== undefined),
  );
}

function span(
  start: number | undefined,
  end: number | undefined,
): number | undefined {
  return start === undefined || end === undefined || end < start
    ? undefined
    : end - start;
}
