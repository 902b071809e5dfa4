import type { DevLakeDeployment } from './DevLakeDeployment';
import type { DevLakeProjects } from './DevLakeProjects';
import { deploymentByCommit, type DevLakeDiff } from './deploymentByCommit';
import { spanInMinutes } from './spanInMinutes';

/** @public */
export type DevLakePullRequest = {
  id: string;
  baseRepoId?: string;
  authorId?: string;
  mergeCommitSha?: string;
  createdAt?: number;
  mergedAt?: number;
};

/**
 * A commit or a comment of a pull request; `id` is the commit's sha or the comment's id.
 *
 * @public
 */
export type DevLakePullRequestPart = {
  id: string;
  pullRequestId: string;
  at?: number;
  accountId?: string;
};

/**
 * A row of DevLake's `project_pr_metrics`: times in minutes, instants in epoch milliseconds.
 *
 * @public
 */
export type DevLakePullRequestMetrics = {
  id: string;
  projectName: string;
  firstCommit?: DevLakePullRequestPart;
  firstReview?: DevLakePullRequestPart;
  deployment?: DevLakeDeployment;
  codingTime?: number;
  pickupTime?: number;
  reviewTime?: number;
  deployTime?: number;
  cycleTime: number;
  createdAt?: number;
  mergedAt?: number;
};

/**
 * DevLake's change lead time: merged pull requests of each project, from the date at which their first commit was
 * authored to the first successful production deployment whose difference to the previous one holds their merge commit.
 *
 * - coding: first commit to creation; pickup: creation to the first comment of somebody else; review: that comment to
 *   merge; deploy: merge to the end of the deployment. A span that is negative is absent.
 * - cycle: coding + (creation to merge) + deploy, of those that are there.
 *
 * @remarks
 *
 * Source: `calculateChangeLeadTime` of Apache DevLake's dora plugin. Of two first commits or comments in one instant
 * the one with the smaller id is taken; DevLake leaves that open.
 *
 * @public
 */
export function measureDevLakePullRequests(options: {
  pullRequests: readonly DevLakePullRequest[];
  commits: readonly DevLakePullRequestPart[];
  comments: readonly DevLakePullRequestPart[];
  deployments: readonly DevLakeDeployment[];
  diffs: readonly DevLakeDiff[];
  projects: DevLakeProjects;
}): DevLakePullRequestMetrics[] {
  const { pullRequests, commits, comments, projects } = options;
  const authors = new Map(
    pullRequests.map(({ id, authorId }) => [id, authorId]),
  );
  const firstCommits = firstOfEach(commits);
  const firstReviews = firstOfEach(
    comments.filter(({ pullRequestId, accountId }) => {
      const author = authors.get(pullRequestId);
      // As SQL has it, an unknown commenter differs from nobody.
      return !author || (accountId !== undefined && accountId !== author);
    }),
  );
  return projects.names.flatMap(projectName => {
    const deploymentOf = deploymentByCommit({ ...options, projectName });
    return pullRequests
      .filter(
        ({ mergedAt, baseRepoId }) =>
          mergedAt !== undefined &&
          projects.has(projectName, 'repos', baseRepoId),
      )
      .map(pullRequest => {
        const { id, createdAt, mergedAt, mergeCommitSha = '' } = pullRequest;
        const firstCommit = firstCommits.get(id);
        const firstReview = firstReviews.get(id);
        const found = deploymentOf.get(mergeCommitSha);
        const deployment = found?.finishedAt === undefined ? undefined : found;
        const codingTime = spanInMinutes(firstCommit?.at, createdAt);
        const deployTime = spanInMinutes(mergedAt, deployment?.finishedAt);
        return {
          id,
          projectName,
          firstCommit,
          firstReview,
          deployment,
          codingTime,
          pickupTime: spanInMinutes(createdAt, firstReview?.at),
          reviewTime: spanInMinutes(firstReview?.at, mergedAt),
          deployTime,
          cycleTime:
            (codingTime ?? 0) +
            (spanInMinutes(createdAt, mergedAt) ?? 0) +
            (deployTime ?? 0),
          createdAt,
          mergedAt,
        };
      });
  });
}

function firstOfEach(
  parts: readonly DevLakePullRequestPart[],
): Map<string, DevLakePullRequestPart> {
  const first = new Map<string, DevLakePullRequestPart>();
  for (const part of parts) {
    const known = first.get(part.pullRequestId);
    if (part.at !== undefined && (!known || isEarlier(part, known))) {
      first.set(part.pullRequestId, part);
    }
  }
  return first;
}

function isEarlier(
  part: DevLakePullRequestPart,
  known: DevLakePullRequestPart,
): boolean {
  const [at, knownAt] = [part.at ?? 0, known.at ?? 0];
  return at < knownAt || (at === knownAt && part.id < known.id);
}
