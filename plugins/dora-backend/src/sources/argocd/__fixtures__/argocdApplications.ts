// Written to the schema of https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/ and of its status,
// https://github.com/argoproj/argo-cd/blob/master/pkg/apis/application/v1alpha1/types.go

export const shas = { first: '53d5'.repeat(10), second: '33b5'.repeat(10) };

const metadata = {
  name: 'shop',
  namespace: 'argocd',
  labels: { environment: 'production', team: 'a' },
};
const spec = {
  project: 'web',
  source: {
    repoURL: 'https://git.example.com/web/shop.git',
    path: 'deploy',
    targetRevision: 'v1.4.0',
  },
  destination: {
    server: 'https://kubernetes.default.svc',
    namespace: 'shop-production',
  },
};

/** What a sync of an application looks like once it has succeeded. */
export const synced = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata,
  spec,
  status: {
    sync: { status: 'Synced', revision: shas.second },
    health: {
      status: 'Progressing',
      lastTransitionTime: '2026-01-20T18:05:00Z',
    },
    history: [
      {
        id: 0,
        revision: shas.first,
        deployStartedAt: '2026-01-19T10:00:00Z',
        deployedAt: '2026-01-19T10:01:00Z',
      },
      {
        id: 1,
        revision: shas.second,
        deployStartedAt: '2026-01-20T18:04:06Z',
        deployedAt: '2026-01-20T18:06:10Z',
      },
    ],
    operationState: {
      operation: {
        sync: { revision: shas.second, prune: true },
        initiatedBy: { automated: true },
      },
      phase: 'Succeeded',
      message: 'successfully synced (all tasks run)',
      startedAt: '2026-01-20T18:04:06Z',
      finishedAt: '2026-01-20T18:06:10Z',
      syncResult: { revision: shas.second, source: spec.source },
    },
  },
};

/** While it runs, there is no end yet, and the history has the syncs before it. */
export const running = {
  ...synced,
  status: {
    ...synced.status,
    history: synced.status.history.slice(0, 1),
    operationState: {
      operation: synced.status.operationState.operation,
      phase: 'Running',
      message: 'waiting for completion of hook "apps/Job/migrate"',
      startedAt: '2026-01-20T18:04:06Z',
    },
  },
};

/** An application that was made a moment ago. */
export const created = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'shop', namespace: 'argocd' },
  spec: {
    project: 'default',
    sources: [{ repoURL: 'a' }, { repoURL: 'b' }],
    destination: { name: 'in-cluster' },
  },
};

/** Several sources: a chart, and values from Git. */
export const ofSeveralSources = {
  ...created,
  metadata: {
    ...created.metadata,
    annotations: { 'portal/entity-ref': 'shop' },
    labels: {},
  },
  status: {
    health: { status: 'Degraded' },
    history: [{ id: 0, deployedAt: '2026-01-20T18:06:10Z' }],
    operationState: {
      operation: { sync: {} },
      phase: 'Failed',
      message: 'one or more objects failed to apply, reason: "x" <y> & z\n',
      startedAt: '2026-01-20T18:04:06Z',
      finishedAt: '2026-01-20T18:06:10Z',
      syncResult: { revision: '', revisions: ['1.2.3', shas.second] },
    },
  },
};
