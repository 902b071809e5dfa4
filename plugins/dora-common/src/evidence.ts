import type { Period } from '@portal/plugin-metrics-common';
import type { DoraMetricId } from './api';
import type { FailureReasonKind, UnattributedReason } from './events';

/**
 * A deployment, as far as a link to it needs.
 *
 * @public
 */
export type DeploymentLink = {
  id: string;
  sha?: string;
  tag?: string;
  deployedAt: string;
};

/**
 * One thing that speaks for a failure, with what a reader wants to know of it.
 *
 * @public
 */
export type EvidenceItem =
  | { type: 'deployment'; id: string; deployment?: DeploymentLink }
  | { type: 'change'; id: string; committedAt?: string }
  | {
      type: 'incident';
      id: string;
      title?: string;
      url?: string;
      openedAt?: string;
      resolvedAt?: string;
    };

/**
 * Why a deployment counts as failed.
 *
 * @public
 */
export type FailureEvidenceDetail = {
  kind: FailureReasonKind;
  evidence: EvidenceItem[];
};

/**
 * The pull or merge request of a change. Lengths are in hours; one whose end is not known, or lies before its start, is absent.
 *
 * @public
 */
export type ChangePullRequest = {
  number: number;
  url?: string;
  openedAt?: string;
  mergedAt?: string;
  coding?: number;
  review?: number;
  pickup?: number;
  mergeToDeploy?: number;
};

/**
 * A change that a deployment brought first.
 *
 * @public
 */
export type DeployedChange = {
  sha: string;
  committedAt: string;
  /** Hours until the deployment; absent where it does not count, as for merges. */
  leadTime?: number;
  isMerge: boolean;
  /** `feature`, `fix`, `chore`, `hotfix`, `revert` or `other`, as far as it is known. */
  kind?: string;
  /** Sha of the change that this one takes back. */
  reverts?: string;
  pullRequest?: ChangePullRequest;
};

/**
 * Answer of `GET /v1/entities/{kind}/{namespace}/{name}/deployments/{id}`.
 *
 * @public
 */
export type DeploymentDetail = DeploymentLink & {
  environment?: string;
  url?: string;
  baseline: boolean;
  demo: boolean;
  /** Empty where it did not fail. */
  reasons: FailureEvidenceDetail[];
  /** What ended the failure, and the hours until then. */
  recovery?: {
    hours: number;
    deployment?: DeploymentLink;
    incident?: EvidenceItem & { type: 'incident' };
  };
  /** The deployments that this one repaired. */
  repaired: DeploymentLink[];
  /** How many changes it brought. */
  changes: number;
  /** The first 200 of them, newest first. */
  items: DeployedChange[];
};

/**
 * Percentiles of durations, in hours.
 *
 * @public
 */
export type DurationPercentiles = {
  count: number;
  p50: number;
  p75: number;
  p90: number;
};

/**
 * The lead time of the changes of a period, by where it is taken to begin; and where it went, as medians over the pull
 * requests of the period.
 *
 * @public
 */
export type LeadTimeFigures = {
  /** From the commit of each change. */
  fromCommit?: DurationPercentiles;
  /** From the first commit of each pull request. */
  fromFirstCommit?: DurationPercentiles;
  /** From the merge of each pull request. */
  fromMerge?: DurationPercentiles;
  coding?: DurationPercentiles;
  review?: DurationPercentiles;
  mergeToDeploy?: DurationPercentiles;
};

/**
 * Something that was counted, or left out.
 *
 * @public
 */
export type CountedThing = {
  label: string;
  count: number;
  /** Why it is left out. */
  why?: string;
};

/**
 * What a figure rests on.
 *
 * @public
 */
export type MetricExplanation = {
  metric: DoraMetricId;
  /** The formula with this period's numbers. */
  formula: string;
  inputs: CountedThing[];
  exclusions: CountedThing[];
  percentiles?: DurationPercentiles;
};

/**
 * Answer of `GET /v1/entities/{kind}/{namespace}/{name}/explanation`.
 *
 * @public
 */
export type EntityExplanation = {
  period: Period;
  environment?: string;
  /** The production environments in which this entity was deployed in the period. */
  environments: { name?: string; deployments: number }[];
  metrics: Record<DoraMetricId, MetricExplanation>;
  leadTimes: LeadTimeFigures;
};

/**
 * An incident or rollback that is charged to no deployment.
 *
 * @public
 */
export type UnattributedItem = {
  entityRef: string;
  type: 'incident' | 'rollback';
  id: string;
  title?: string;
  url?: string;
  at: string;
  reason: UnattributedReason;
};
