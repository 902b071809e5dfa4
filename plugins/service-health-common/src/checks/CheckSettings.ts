/** Inclusive range of HTTP statuses. @public */
export type StatusRange = { from: number; to: number };

/**
 * Kinds of workloads that run replicas for as long as they are there.
 *
 * @public
 */
export const kubernetesWorkloads = [
  'deployment',
  'statefulset',
  'daemonset',
] as const;

/** @public */
export type KubernetesWorkload = (typeof kubernetesWorkloads)[number];

/**
 * What a probe does, and what it expects.
 *
 * - `http`: a GET. `down` unless the status is expected and the body contains the text; `degraded` when slower than `within`.
 * - `tcp`: a connection; `degraded` when slower than `within`.
 * - `tls`: the certificate; `degraded` when fewer than `days` days are left, `down` when it is not valid.
 * - `prometheus`: an instant query. `down` when a value is below `min` or above `max`, `degraded` below `warnMin` or above
 *   `warnMax`; `none` where no series has a value.
 * - `alertmanager`: `down` while an alert with all matchers is active, `degraded` if its severity is a lesser one.
 * - `kubernetes`: the replicas of a workload. `down` when none is available, `degraded` when some are missing or a rollout is under
 *   way; `zero` where none is wanted.
 * - `self`: the portal's own readiness.
 *
 * @public
 */
export type CheckSettings =
  | {
      kind: 'http';
      url: string;
      status: StatusRange[];
      contains?: string;
      /** Milliseconds. */
      within?: number;
    }
  | { kind: 'tcp'; host: string; port: number; within?: number }
  | { kind: 'tls'; host: string; port: number; days: number }
  | {
      kind: 'prometheus';
      /** Name of a server in `serviceHealth.prometheus`. */
      server: string;
      /** PromQL that answers a vector or a scalar. */
      query: string;
      min?: number;
      max?: number;
      warnMin?: number;
      warnMax?: number;
      none: 'up' | 'unknown' | 'down';
    }
  | {
      kind: 'alertmanager';
      /** Name of a server in `serviceHealth.alertmanager`. */
      server: string;
      /** Such as `service="shop"`; an alert has all of them. */
      matchers: string[];
    }
  | {
      kind: 'kubernetes';
      /** Name of a cluster in `serviceHealth.kubernetes.clusters`. */
      cluster: string;
      namespace: string;
      workload: KubernetesWorkload;
      name: string;
      zero: 'up' | 'unknown' | 'down';
    }
  | { kind: 'self' };

/**
 * A check of one service in one environment.
 *
 * @public
 */
export type DeclaredCheck = {
  environment: string;
  /** Unique in its environment: the target as it was written, without what follows `?`, and with what is asked there. */
  name: string;
  settings: CheckSettings;
};
