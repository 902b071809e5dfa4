/** What is different from a workload of which all replicas serve. */
export type Change = {
  metadata?: Record<string, unknown>;
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
};

/**
 * A Deployment with three replicas of which all serve, as the API answers it.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/
 */
export function deployment(change: Change = {}) {
  return {
    kind: 'Deployment',
    apiVersion: 'apps/v1',
    metadata: {
      name: 'web',
      namespace: 'shop',
      uid: '5c5e1d8e-1c3f-4a57-9f6b-0d3b8f6a7c11',
      resourceVersion: '48213',
      generation: 4,
      creationTimestamp: '2026-01-31T12:00:00Z',
      labels: { app: 'web' },
      annotations: { 'deployment.kubernetes.io/revision': '4' },
      ...change.metadata,
    },
    spec: {
      replicas: 3,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [{ name: 'web', image: 'registry.example.com/web:4' }],
        },
      },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
      },
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      ...change.spec,
    },
    status: {
      observedGeneration: 4,
      replicas: 3,
      updatedReplicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
      conditions: [
        {
          type: 'Available',
          status: 'True',
          lastUpdateTime: '2026-01-31T12:01:00Z',
          lastTransitionTime: '2026-01-31T12:01:00Z',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
        },
        {
          type: 'Progressing',
          status: 'True',
          lastUpdateTime: '2026-01-31T12:01:00Z',
          lastTransitionTime: '2026-01-31T12:00:00Z',
          reason: 'NewReplicaSetAvailable',
          message: 'ReplicaSet "web-6d4b9" has successfully progressed.',
        },
      ],
      ...change.status,
    },
  };
}

/** What a Deployment says whose rollout made no progress within its deadline. */
export const deadlineExceeded = {
  type: 'Progressing',
  status: 'False',
  lastUpdateTime: '2026-01-31T12:11:00Z',
  lastTransitionTime: '2026-01-31T12:11:00Z',
  reason: 'ProgressDeadlineExceeded',
  message: 'ReplicaSet "web-7f9c5" has timed out progressing.',
};

/**
 * A StatefulSet with three replicas of which all serve.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/stateful-set-v1/
 */
export function statefulSet(change: Change = {}) {
  return {
    kind: 'StatefulSet',
    apiVersion: 'apps/v1',
    metadata: { name: 'db', generation: 2, ...change.metadata },
    spec: {
      replicas: 3,
      serviceName: 'db',
      podManagementPolicy: 'OrderedReady',
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { partition: 0 },
      },
      ...change.spec,
    },
    status: {
      observedGeneration: 2,
      replicas: 3,
      readyReplicas: 3,
      currentReplicas: 3,
      updatedReplicas: 3,
      availableReplicas: 3,
      currentRevision: 'db-6f7d',
      updateRevision: 'db-6f7d',
      collisionCount: 0,
      ...change.status,
    },
  };
}

/**
 * A DaemonSet on three nodes, on all of which it serves.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/daemon-set-v1/
 */
export function daemonSet(change: Change = {}) {
  return {
    kind: 'DaemonSet',
    apiVersion: 'apps/v1',
    metadata: { name: 'agent', generation: 1, ...change.metadata },
    spec: {
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: 1, maxSurge: 0 },
      },
      ...change.spec,
    },
    status: {
      currentNumberScheduled: 3,
      numberMisscheduled: 0,
      desiredNumberScheduled: 3,
      numberReady: 3,
      observedGeneration: 1,
      updatedNumberScheduled: 3,
      numberAvailable: 3,
      ...change.status,
    },
  };
}

/**
 * The answer of the API to a question that it does not answer.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/
 */
export function failure(
  code: number,
  reason: string,
  details: Record<string, unknown> = {},
) {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `of system:serviceaccount:portal:reader: ${reason}`,
    reason,
    details,
    code,
  };
}
