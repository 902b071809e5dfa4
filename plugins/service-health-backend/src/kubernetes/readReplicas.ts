import type { KubernetesWorkload } from '@portal/plugin-service-health-common';

/** How many replicas of a workload there are to be, and are. For a DaemonSet these are nodes. */
export type Replicas = {
  /** How many are wanted. */
  desired: number;
  /** How many serve. */
  available: number;
  /** How many are of the latest template. */
  updated: number;
  /** How many are to be of the latest template: fewer than `desired` where a person decides when the others follow. */
  toUpdate: number;
  /** How many are of a template from before, and are to go. */
  old: number;
  /** Whether the cluster took up the latest change of the workload; where not, the counts are those from before it. */
  isCurrent: boolean;
  /** Whether a rollout made no progress for longer than it may. */
  isStuck: boolean;
};

type Json = Record<string, unknown>;

const kinds: Record<KubernetesWorkload, string> = {
  deployment: 'Deployment',
  statefulset: 'StatefulSet',
  daemonset: 'DaemonSet',
};

/**
 * Reads the counts of a workload; undefined where it is given something else. Counts that are zero may be absent.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/stateful-set-v1/
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/daemon-set-v1/
 */
export function readReplicas(
  workload: KubernetesWorkload,
  body: unknown,
): Replicas | undefined {
  const { kind, metadata, spec, status } = objectOf(body) ?? {};
  const parts = [metadata, spec, status].map(objectOf);
  if (kind !== kinds[workload] || parts.includes(undefined)) {
    return undefined;
  }
  const [meta, wanted, found] = parts as [Json, Json, Json];
  const replicas = {
    ...countsOf(workload, wanted, found),
    isCurrent: countOf(found.observedGeneration) >= countOf(meta.generation),
    isStuck: isStuck(found.conditions),
  };
  return Object.values(replicas).some(Number.isNaN) ? undefined : replicas;
}

function countsOf(workload: KubernetesWorkload, spec: Json, status: Json) {
  if (workload === 'daemonset') {
    const desired = countOf(status.desiredNumberScheduled);
    return {
      desired,
      available: countOf(status.numberAvailable),
      updated: countOf(status.updatedNumberScheduled),
      toUpdate: updatesByHand(spec) ? 0 : desired,
      old: 0,
    };
  }
  // A workload that does not say how many it wants wants one.
  const desired = countOf(spec.replicas, 1);
  const updated = countOf(status.updatedReplicas);
  if (workload === 'deployment') {
    return {
      desired,
      available: countOf(status.availableReplicas),
      updated,
      toUpdate: desired,
      old: Math.max(0, countOf(status.replicas) - updated),
    };
  }
  const { currentRevision, updateRevision } = status;
  const isOneRevision =
    currentRevision !== undefined && currentRevision === updateRevision;
  return {
    desired,
    // Clusters from before 1.22 do not count those that are available.
    available: countOf(status.availableReplicas ?? status.readyReplicas),
    updated,
    toUpdate:
      isOneRevision || updatesByHand(spec)
        ? 0
        : Math.max(0, desired - partitionOf(spec)),
    old: 0,
  };
}

/** Whether replicas are renewed when somebody deletes them. */
function updatesByHand(spec: Json): boolean {
  return objectOf(spec.updateStrategy)?.type === 'OnDelete';
}

/** Below which number the replicas of a StatefulSet keep the template from before. */
function partitionOf(spec: Json): number {
  const rolling = objectOf(objectOf(spec.updateStrategy)?.rollingUpdate);
  return countOf(rolling?.partition);
}

function isStuck(conditions: unknown): boolean {
  return (
    Array.isArray(conditions) &&
    conditions
      .map(objectOf)
      .some(
        condition =>
          condition?.type === 'Progressing' &&
          condition.status === 'False' &&
          condition.reason === 'ProgressDeadlineExceeded',
      )
  );
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : undefined;
}

/** A number from 0; NaN where there is something else. */
function countOf(value: unknown, usual = 0): number {
  const count = value ?? usual;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0
    ? count
    : Number.NaN;
}
