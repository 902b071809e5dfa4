import type { CheckSettings } from '@portal/plugin-service-health-common';
import type { JsonAnswer } from '../kubernetes/getJson';
import { judgeReplicas } from '../kubernetes/judgeReplicas';
import type { KubernetesClusters } from '../kubernetes/KubernetesClusters';
import { readReplicas } from '../kubernetes/readReplicas';
import type { ProbeResult } from './ProbeResult';

type KubernetesSettings = Extract<CheckSettings, { kind: 'kubernetes' }>;

/**
 * Asks a cluster for a workload, and judges its replicas. A workload that the cluster does not have is `down`. A cluster that gives no
 * answer, or may not be asked, says nothing about the service: that is `unknown`.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/
 */
export async function probeKubernetes(
  settings: KubernetesSettings,
  context: { kubernetes: KubernetesClusters; timeout: number },
): Promise<ProbeResult> {
  const { cluster, namespace, workload, name, zero } = settings;
  let answer: JsonAnswer;
  try {
    answer = await context.kubernetes.ask(
      cluster,
      `/apis/apps/v1/namespaces/${namespace}/${workload}s/${name}`,
      context.timeout,
    );
  } catch (error) {
    return { state: 'unknown', reason: (error as Error).message };
  }
  if (isMissing(answer, name)) {
    return {
      state: 'down',
      reason: `There is no such ${workload}: ${name} in the namespace ${namespace} of ${cluster}`,
    };
  }
  const replicas =
    answer.status === 200 ? readReplicas(workload, answer.body) : undefined;
  return replicas
    ? judgeReplicas(replicas, zero)
    : { state: 'unknown', reason: explain(answer, settings) };
}

/** Whether the cluster itself says so; a proxy, or an address that is none of a cluster, answers 404 as well. */
function isMissing({ status, body }: JsonAnswer, name: string): boolean {
  const found = body as {
    kind?: unknown;
    details?: { name?: unknown } | null;
  } | null;
  return (
    status === 404 && found?.kind === 'Status' && found.details?.name === name
  );
}

/** What is wrong, without the cluster's own words: they name accounts, and everybody reads a reason. */
function explain({ status }: JsonAnswer, settings: KubernetesSettings): string {
  const { cluster, namespace, workload } = settings;
  switch (status) {
    case 200:
      return `What ${cluster} answered is no ${workload}; its url in serviceHealth.kubernetes.clusters may lead elsewhere`;
    case 401:
      return `${cluster} does not accept the token in serviceHealth.kubernetes.clusters (HTTP status 401); give it one that is valid`;
    case 403:
      return `${cluster} does not let the portal read it (HTTP status 403); allow its service account to get ${workload}s in the namespace ${namespace}`;
    case 404:
      return `${cluster} does not know where ${workload}s are (HTTP status 404); its url in serviceHealth.kubernetes.clusters may lead elsewhere`;
    default:
      return `${cluster} gave no answer: HTTP status ${status}`;
  }
}
