import type { KubernetesWorkload } from '@portal/plugin-service-health-common';
import * as fc from 'fast-check';
import {
  daemonSet,
  deadlineExceeded,
  deployment,
  statefulSet,
} from '../__testUtils__/kubernetesObjects';
import { judgeReplicas } from './judgeReplicas';
import { readReplicas } from './readReplicas';

function judge(workload: KubernetesWorkload, body: unknown) {
  const replicas = readReplicas(workload, body);
  return replicas && judgeReplicas(replicas, 'unknown');
}

/** Zero counts are absent from the answers of the API. */
const none = {
  availableReplicas: undefined,
  readyReplicas: undefined,
};

it.each([
  ['all serve', {}, 'up', undefined],
  ['more than all serve', { availableReplicas: 4 }, 'up', undefined],
  [
    'some are missing',
    { availableReplicas: 2 },
    'degraded',
    '2 of 3 replicas are available',
  ],
  ['none serves', none, 'down', 'None of 3 replicas is available'],
  [
    'none serves and the rollout is stuck',
    { ...none, conditions: [deadlineExceeded] },
    'down',
    'None of 3 replicas is available, and its rollout made no progress within its deadline',
  ],
  [
    'the rollout is stuck while the old replicas serve',
    { updatedReplicas: 1, conditions: [deadlineExceeded] },
    'degraded',
    'Its rollout made no progress within its deadline; 3 of 3 replicas are available',
  ],
  [
    'replicas are renewed',
    { replicas: 4, updatedReplicas: 1 },
    'degraded',
    'A rollout is under way: 1 of 3 replicas are updated; 3 of 3 replicas are available',
  ],
  [
    'old replicas are about to go',
    { replicas: 4 },
    'degraded',
    'A rollout is under way: 1 of the old replicas are still there; 3 of 3 replicas are available',
  ],
  [
    'the latest change is not taken up',
    { observedGeneration: 3 },
    'degraded',
    'The cluster has not taken up the latest change yet; 3 of 3 replicas are available',
  ],
  [
    'nothing is observed yet',
    { observedGeneration: undefined, ...none },
    'down',
    'None of 3 replicas is available',
  ],
])('a Deployment of which %s', (_, status, state, reason) => {
  expect(judge('deployment', deployment({ status }))).toEqual({
    state,
    reason,
  });
});

it('a Deployment that does not say how many it wants wants one', () => {
  const spec = { replicas: undefined };
  const status = { replicas: 1, updatedReplicas: 1, availableReplicas: 1 };
  expect(judge('deployment', deployment({ spec, status }))).toEqual({
    state: 'up',
  });
});

it('a workload that is scaled to zero is what its check says', () => {
  const replicas = readReplicas(
    'deployment',
    deployment({ spec: { replicas: 0 }, status: { ...none, replicas: 0 } }),
  )!;
  const reason = 'It is scaled to zero: no replica is wanted, so none runs';
  expect(judgeReplicas(replicas, 'unknown')).toEqual({
    state: 'unknown',
    reason,
  });
  expect(judgeReplicas(replicas, 'down')).toEqual({ state: 'down', reason });
  expect(judgeReplicas(replicas, 'up')).toEqual({ state: 'up' });
});

const rolling = { currentRevision: 'db-1', updateRevision: 'db-2' };
it.each([
  [{}, 'up'],
  [{ status: { availableReplicas: 1 } }, 'degraded'],
  [{ status: { availableReplicas: 0 } }, 'down'],
  // A cluster that does not count those that are available.
  [{ status: { availableReplicas: undefined } }, 'up'],
  [{ status: { ...none } }, 'down'],
  [{ status: { ...rolling, updatedReplicas: 2 } }, 'degraded'],
  [{ status: { updatedReplicas: undefined } }, 'up'],
  // Two of three wait behind the partition until somebody moves it.
  [
    {
      spec: { updateStrategy: { rollingUpdate: { partition: 2 } } },
      status: { ...rolling, updatedReplicas: 1 },
    },
    'up',
  ],
  [
    {
      spec: { updateStrategy: { type: 'OnDelete' } },
      status: { ...rolling, updatedReplicas: undefined },
    },
    'up',
  ],
  [{ metadata: { generation: 3 } }, 'degraded'],
])('a StatefulSet with %j is %s', (change, state) => {
  expect(judge('statefulset', statefulSet(change))?.state).toBe(state);
});

it.each([
  [{}, 'up'],
  [{ status: { numberAvailable: 2 } }, 'degraded'],
  [{ status: { numberAvailable: undefined } }, 'down'],
  [{ status: { updatedNumberScheduled: 1 } }, 'degraded'],
  [
    {
      spec: { updateStrategy: { type: 'OnDelete' } },
      status: { updatedNumberScheduled: 1 },
    },
    'up',
  ],
  [{ status: { desiredNumberScheduled: 0 } }, 'unknown'],
])('a DaemonSet with %j is %s', (change, state) => {
  expect(judge('daemonset', daemonSet(change))?.state).toBe(state);
});

it.each([
  ['another kind', statefulSet()],
  ['no status', { ...deployment(), status: undefined }],
  ['a count that is none', deployment({ status: { replicas: 'three' } })],
  ['a negative count', deployment({ status: { availableReplicas: -1 } })],
  ['a list', { kind: 'DeploymentList', items: [deployment()] }],
])('reads nothing from %s', (_, body) => {
  expect(readReplicas('deployment', body)).toBeUndefined();
});

const workloads = fc.constantFrom<KubernetesWorkload>(
  'deployment',
  'statefulset',
  'daemonset',
);

it('never throws, whatever JSON comes', () => {
  const part = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.dictionary(
      fc.constantFrom(
        'replicas',
        'availableReplicas',
        'conditions',
        'updateStrategy',
        'generation',
      ),
      fc.jsonValue({ maxDepth: 2 }),
    ),
  );
  const kind = fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet');
  fc.assert(
    fc.property(
      workloads,
      fc.oneof(
        fc.jsonValue(),
        fc.record({ kind, metadata: part, spec: part, status: part }),
      ),
      (workload, body) => {
        const state = judge(workload, body)?.state ?? 'unreadable';
        expect(['up', 'degraded', 'down', 'unknown', 'unreadable']).toContain(
          state,
        );
      },
    ),
  );
});

it('depends on the counts of a Deployment only, and never praises what does not serve', () => {
  const count = fc.nat({ max: 5 });
  fc.assert(
    fc.property(
      fc.record({
        replicas: count,
        updatedReplicas: count,
        availableReplicas: count,
        readyReplicas: count,
      }),
      count,
      fc.dictionary(
        fc.string().filter(key => !/^(__proto__|replicas)$/.test(key)),
        fc.jsonValue(),
      ),
      fc.string(),
      (status, replicas, noise, name) => {
        const spec = { replicas };
        const plain = judge('deployment', deployment({ spec, status }))!;
        const other = deployment({
          metadata: { name, labels: noise },
          spec: { ...spec, template: noise, minReadySeconds: 30 },
          status: { ...status, readyReplicas: 0, conditions: [noise] },
        });
        expect(judge('deployment', other)).toEqual(plain);
        const available = status.availableReplicas;
        expect(plain.state === 'unknown').toBe(replicas === 0);
        expect(plain.state === 'down').toBe(replicas > 0 && available === 0);
        expect(plain.state === 'up').toBe(
          replicas > 0 &&
            available >= replicas &&
            status.updatedReplicas >= replicas &&
            status.replicas <= status.updatedReplicas,
        );
      },
    ),
  );
});
