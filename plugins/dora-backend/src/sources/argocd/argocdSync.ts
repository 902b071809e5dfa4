import type {
  DeploymentResult,
  ReportedDeployment,
} from '@portal/plugin-dora-common';
import type { PayloadReader } from '../reports/PayloadReader';
import { versionOfRef } from '../reports/versionOfRef';
import {
  argocdShared,
  argocdSyncId,
  type ArgocdContext,
} from './ArgocdContext';

const results = new Map<string, DeploymentResult>([
  ['Succeeded', 'success'],
  ['Failed', 'failure'],
  ['Error', 'failure'],
]);

/**
 * The deployment of a sync, or why it is none.
 *
 * Phases: https://argo-cd.readthedocs.io/en/stable/operator-manual/notifications/triggers/
 */
export function argocdSync(
  context: ArgocdContext,
): { deployment: ReportedDeployment } | { ignored: string } {
  const { payload } = context;
  if (payload.at('phase').isMissing) {
    return { ignored: 'the application was not synced yet' };
  }
  const phase = payload.at('phase').text();
  const told = results.get(phase);
  if (!told && phase !== 'Running') {
    return { ignored: `${phase} neither begins nor ends a sync` };
  }
  if (payload.at('dryRun').value === true) {
    return { ignored: 'a dry run' };
  }
  // Argo CD itself does not list these among the deployments. Self-healing makes them.
  if (payload.at('resources').items.length > 0) {
    return { ignored: 'a sync of some resources only' };
  }
  const isTerminated =
    told === 'failure' &&
    payload.at('message').word?.startsWith('Operation terminated');
  const result = isTerminated ? 'cancelled' : told;
  const startedAt = payload.at('startedAt').instant();
  const at = result ? payload.at('finishedAt').instant() : startedAt;
  return {
    deployment: {
      kind: 'deployment',
      id: argocdSyncId(context, startedAt),
      ...argocdShared(context),
      ...contentOf(payload),
      startedAt,
      updatedAt: at,
      sequence: result ? 1 : 0,
      ...(result && { result, finishedAt: at }),
    },
  };
}

function contentOf(payload: PayloadReader) {
  const revision = payload.at('revision');
  const all = [revision, ...payload.at('revisions').items];
  const shas = new Set(
    all.map(each => each.maybeSha).filter(sha => sha !== undefined),
  );
  // The revision of a Helm chart is its version.
  const chart = revision.maybeSha ? undefined : revision.optionalText();
  return {
    sha: shas.size === 1 ? [...shas][0] : undefined,
    version:
      payload.at('version').optionalText() ??
      chart ??
      versionOfRef(payload.at('targetRevision').optionalText()),
  };
}
