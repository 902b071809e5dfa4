import type { DeploymentEvent, IncidentEvent } from './eventTypes';

/**
 * Why a deployment counts as failed:
 *
 * - `explicit`: an incident or a rollback names it;
 * - `rollback`: an older version was deployed in its place;
 * - `revert`: a later deployment took back a change that it brought;
 * - `same-service`: an incident of its service began soon after it.
 *
 * @public
 */
export type FailureReasonKind =
  | 'explicit'
  | 'rollback'
  | 'revert'
  | 'same-service';

/**
 * One thing that speaks for a failure: the sha of a change, else the id of the event.
 *
 * @public
 */
export type FailureEvidence = {
  type: 'incident' | 'deployment' | 'change';
  id: string;
};

/** @public */
export type FailureReason = {
  kind: FailureReasonKind;
  evidence: FailureEvidence[];
};

/**
 * What ended a failure: the deployment that repaired, or the incident that was resolved.
 *
 * @public
 */
export type Recovery = {
  type: 'deployment' | 'incident';
  id: string;
  /** Epoch milliseconds. */
  at: number;
  /** Milliseconds since the failed deployment finished; 0 where it was over before that. */
  duration: number;
};

/**
 * What became of a deployment.
 *
 * @public
 */
export type DeploymentOutcome = {
  deployment: DeploymentEvent;
  /** Empty for a deployment that did not fail. In the order of kinds, then of evidence. */
  reasons: FailureReason[];
  /** The earliest, where one is known. */
  recovery?: Recovery;
  /** Ids of the failed deployments that this one repaired; it is rework where there are any. */
  repaired: string[];
};

/**
 * Why something could not be attributed:
 *
 * - `not-found`: it names a deployment, sha or version that is not known in its service;
 * - `not-successful`: it names a deployment that did not succeed, and so released nothing;
 * - `no-recent-deployment`: it names none, and no deployment of its service is near enough.
 *
 * @public
 */
export type UnattributedReason =
  | 'not-found'
  | 'not-successful'
  | 'no-recent-deployment';

/** @public */
export type Unattributed =
  | { type: 'incident'; incident: IncidentEvent; reason: UnattributedReason }
  | {
      type: 'rollback';
      deployment: DeploymentEvent;
      reason: UnattributedReason;
    };

/**
 * @public
 */
export type EventAttribution = {
  /** Of every deployment that succeeded, in the order of finish, then id. */
  outcomes: DeploymentOutcome[];
  /** What is charged to nobody: incidents by opening, then rollbacks by finish. */
  unattributed: Unattributed[];
};
