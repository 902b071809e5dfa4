import type { DeploymentResult } from '../events';

/**
 * One way to find the component that a report is about: the value of an annotation, or the entity itself.
 *
 * @public
 */
export type ReportSubject =
  | {
      /** Such as `github.com/project-slug`. */
      annotation: string;
      value: string;
      /** Whether the host of the name takes upper and lower case for the same. */
      ignoreCase?: boolean;
      /** A second annotation that the component has to have as well, where the value alone is not unique. */
      within?: { annotation: string; value: string };
      entityRef?: undefined;
    }
  | { entityRef: string; annotation?: undefined };

/**
 * What every report has. Instants are epoch milliseconds.
 *
 * @public
 */
export type ReportBase = {
  /** The natural id, such as `github:deployment:123`: the same over retries and later states of the same thing. */
  id: string;
  /** The sender, such as `github`. */
  source: string;
  /** Candidates by which the component is found, the most certain one first. */
  subjects: readonly ReportSubject[];
  /** A page that shows it. Only `http` and `https`. */
  url?: string;
  /** When the source says that it was so. Of two reports the later one is right. */
  updatedAt: number;
  /** Tells which of two reports of the same instant is the later one. */
  sequence: number;
  /**
   * Only in merged reports: for each field that does not come from the newest report, the `updatedAt` and `sequence` of the
   * one that it comes from. Has to be kept with the report where another one is to be merged into it.
   */
  stamps?: Readonly<Record<string, readonly [number, number]>>;
};

/**
 * A deployment as a source tells of it, running or finished.
 *
 * @public
 */
export type ReportedDeployment = ReportBase & {
  kind: 'deployment';
  /** As the source names it. Missing means unknown, never production. */
  environment?: string;
  version?: string;
  sha?: string;
  startedAt?: number;
  /** Missing as long as no report told an end. Told together with `result`. */
  finishedAt?: number;
  result?: DeploymentResult;
  /** Id, sha or version of the deployment that this one takes back. */
  rollbackOf?: string;
  /** Set where the source calls it a rollback without saying of what. */
  isRollback?: boolean;
};

/**
 * Where an incident stands. One that is withdrawn turned out to be none.
 *
 * @public
 */
export type IncidentStatus = 'open' | 'resolved' | 'withdrawn';

/**
 * An incident as a source tells of it.
 *
 * @public
 */
export type ReportedIncident = ReportBase & {
  kind: 'incident';
  title?: string;
  environment?: string;
  /** Missing where the source told only the end so far. */
  openedAt?: number;
  status: IncidentStatus;
  /** Told together with `status`; missing unless that is `resolved`. */
  resolvedAt?: number;
  /** Id of a deployment, or sha of a deployment or change, that is known to be the cause. */
  causedBy?: string;
};

/**
 * A pull or merge request as a source tells of it.
 *
 * @public
 */
export type ReportedPullRequest = ReportBase & {
  kind: 'pull-request';
  number: number;
  openedAt?: number;
  firstCommitAt?: number;
  firstReviewAt?: number;
  /** Missing where a report tells of a review only. */
  state?: 'open' | 'merged' | 'closed';
  /** Told together with `state`; missing unless that is `merged`. */
  mergedAt?: number;
  mergeSha?: string;
};

/**
 * A change, that is a commit, on the default branch of a repository.
 *
 * @public
 */
export type ReportedChange = ReportBase & {
  kind: 'change';
  sha: string;
  committedAt: number;
  /** The commit before it in the push that brought it; of the first one, what the branch was at before. Missing where unknown. */
  parent?: string;
  /** Whether it merges a branch. Missing where the source does not tell. */
  isMerge?: boolean;
  /** Full or abbreviated sha of the change that this one takes back. */
  reverts?: string;
  /** The natural id of the deployment that brought it, where the source says so. */
  deploymentId?: string;
};

/**
 * A published release or a tag.
 *
 * @public
 */
export type ReportedRelease = ReportBase & {
  kind: 'release';
  tag: string;
  sha?: string;
  releasedAt: number;
  isPrerelease: boolean;
};

/**
 * Anything that a source tells of.
 *
 * @public
 */
export type Report =
  | ReportedDeployment
  | ReportedIncident
  | ReportedPullRequest
  | ReportedChange
  | ReportedRelease;

/**
 * The kinds of reports.
 *
 * @public
 */
export type ReportKind = Report['kind'];
