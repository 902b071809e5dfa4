/**
 * How a deployment ended. Only one that succeeded counts as a deployment: the others released nothing.
 *
 * @public
 */
export type DeploymentResult = 'success' | 'failure' | 'cancelled';

/**
 * A deployment as a source reports it. Instants are epoch milliseconds.
 *
 * @public
 */
export type DeploymentEvent = {
  /** Natural id from the source. Events with the same id are the same deployment. */
  id: string;
  /** The entity that was deployed. */
  service: string;
  /** The environment as the source names it. */
  environment: string;
  version?: string;
  /** The commit that was deployed, as a full hexadecimal object name in lower case. */
  sha?: string;
  startedAt?: number;
  finishedAt: number;
  result: DeploymentResult;
  /** Id, sha or version of the deployment that this one takes back. */
  rollbackOf?: string;
};

/**
 * An incident as a source reports it. Instants are epoch milliseconds.
 *
 * @public
 */
export type IncidentEvent = {
  /** Natural id from the source. */
  id: string;
  /** The entity that suffered. */
  service: string;
  /** Where, by the same names as of deployments; it is charged to deployments there only. Missing: anywhere. */
  environment?: string;
  openedAt: number;
  resolvedAt?: number;
  /** Id of a deployment, or sha of a deployment or change, that is known to be the cause. */
  causedBy?: string;
};

/**
 * A change, that is a commit, as a source reports it. Instants are epoch milliseconds.
 *
 * @public
 */
export type ChangeEvent = {
  sha: string;
  service: string;
  committedAt: number;
  /** The deployment that brought it first; where it is unknown, the first one of this very sha. */
  deploymentId?: string;
  /** Full or abbreviated sha of the change that this one takes back. */
  reverts?: string;
};

/**
 * A merged pull or merge request as a source reports it. Instants are epoch milliseconds.
 *
 * @public
 */
export type PullRequestEvent = {
  number: number;
  service: string;
  /** The commit that the merge made. */
  mergeSha: string;
  /** Unknown where the source tells nothing of the commits, as webhooks do. */
  firstCommitAt?: number;
  openedAt: number;
  firstReviewAt?: number;
  mergedAt: number;
};
