import { InputError } from '@backstage/errors';
import {
  kubernetesWorkloads,
  type CheckSettings,
  type KubernetesWorkload,
} from './CheckSettings';
import { allow, type CheckOptions } from './CheckOptions';
import { shorten } from './shorten';

type KubernetesSettings = Extract<CheckSettings, { kind: 'kubernetes' }>;

const clusterPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;
// https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const namespacePattern = new RegExp(`^${label}$`);
const namePattern = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$`);

/** Reads `kubernetes:cluster/namespace/deployment/name zero=unknown|up|down`. Give it what stands behind the first colon. */
export function parseKubernetes(
  target: string,
  options: CheckOptions,
): KubernetesSettings {
  allow(options, ['zero']);
  const [cluster, namespace, workload, name, ...others] = target.split('/');
  if (name === undefined || others.length > 0) {
    throw new InputError('write kubernetes:cluster/namespace/deployment/name');
  }
  if (!clusterPattern.test(cluster)) {
    throw new InputError(
      `cluster: found "${shorten(
        cluster,
      )}", expected a name of the list serviceHealth.kubernetes.clusters in the portal's configuration`,
    );
  }
  return {
    kind: 'kubernetes',
    cluster,
    namespace: matching(namespace, namespacePattern, 'namespace'),
    workload: workloadOf(workload),
    name: matching(name, namePattern, 'name'),
    zero: stateAtZero(options.get('zero') ?? 'unknown'),
  };
}

function matching(text: string, pattern: RegExp, what: string): string {
  if (!pattern.test(text)) {
    throw new InputError(
      `${what}: found "${shorten(
        text,
      )}", expected one as Kubernetes has it: lower-case letters, digits and -`,
    );
  }
  return text;
}

function workloadOf(text: string): KubernetesWorkload {
  const found = kubernetesWorkloads.find(workload => workload === text);
  if (!found) {
    throw new InputError(
      `kind: found "${shorten(text)}", expected ${kubernetesWorkloads.join(
        ', ',
      )}`,
    );
  }
  return found;
}

function stateAtZero(text: string): KubernetesSettings['zero'] {
  if (text !== 'up' && text !== 'unknown' && text !== 'down') {
    throw new InputError(
      `zero: found "${shorten(text)}", expected up, unknown or down`,
    );
  }
  return text;
}
