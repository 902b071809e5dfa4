import type { DeploymentResult } from '../events';

/**
 * An environment of the catalog, in its order on the way to production.
 *
 * @public
 */
export type MatrixEnvironment = { name: string; production: boolean };

/**
 * A deployment that did not succeed, after what runs.
 *
 * @public
 */
export type FailedAttempt = {
  /** ISO 8601 instant. */
  at: string;
  result: Exclude<DeploymentResult, 'success'>;
  version?: string;
  sha?: string;
  url?: string;
};

/**
 * What runs of a service in one environment, as far as deployments tell.
 *
 * @public
 */
export type RunningVersion = {
  /** Name of the environment; missing for a release, which tells of no environment but counts as one to production. */
  environment?: string;
  version?: string;
  /** Full object name of the commit. */
  sha?: string;
  /** When it was deployed, as an ISO 8601 instant; missing where no deployment ever succeeded. */
  deployedAt?: string;
  /** A page that shows the deployment. Only http and https. */
  url?: string;
  /** How many versions were deployed anywhere for the first time after this one was. */
  versionsBehind: number;
  /** When the first of those was, as an ISO 8601 instant. */
  newerSince?: string;
  lastAttempt?: FailedAttempt;
  /** Set for what the demo generator made up. */
  demo?: boolean;
};

/**
 * A service and what runs of it where. Environments without any deployment are missing.
 *
 * @public
 */
export type MatrixRow = { entityRef: string; running: RunningVersion[] };

/**
 * A page of what runs where.
 *
 * @public
 */
export type EnvironmentMatrix = {
  /** All of the catalog, in the order of `spec.order`. */
  environments: MatrixEnvironment[];
  /** By entity reference. */
  items: MatrixRow[];
  /** Services of the scope, those without any deployment included. */
  total: number;
  /** Services of the scope that have a deployment. */
  measured: number;
  nextCursor?: string;
};

/**
 * Which services, and which environment they have to have something in.
 *
 * @public
 */
export type MatrixRequest = {
  /** A group, system or domain such as `group:default/payments`, or `everything`. */
  scope: string;
  cursor?: string;
  /** At most 500; 100 by default. */
  limit?: number;
};
