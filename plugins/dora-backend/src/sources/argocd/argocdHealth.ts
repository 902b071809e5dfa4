import type { ReportedIncident } from '@portal/plugin-dora-common';
import type { PayloadReader } from '../reports/PayloadReader';
import {
  argocdApplication,
  argocdShared,
  argocdSyncId,
  isSameInstant,
  type ArgocdContext,
} from './ArgocdContext';

/**
 * What may be told of one incident, by rank. A notification says what is, never what was, so an incident is that of the sync
 * which it came after. The end that its own health tells is right; only where there is none, the next sync ends it.
 */
const ranks = { degraded: 0, nextSync: 1, healthy: 2 };

/** The incidents of which the health after a successful sync tells. */
export function argocdHealth(context: ArgocdContext): ReportedIncident[] {
  const { payload, options } = context;
  const deployed = payload.at('deployStartedAt');
  if (
    !options.degradedIsIncident ||
    payload.at('phase').word !== 'Succeeded' ||
    deployed.isMissing
  ) {
    return [];
  }
  const startedAt = deployed.instant();
  const since = payload.at('healthSince').optionalInstant();
  const health = payload.at('health').word;
  const incidents: ReportedIncident[] = [];
  if (health === 'Degraded') {
    const isCause = since === undefined || since >= startedAt;
    incidents.push({
      ...incidentOf(context, startedAt),
      sequence: ranks.degraded,
      title: `${payload.at('name').text()} is degraded`,
      openedAt: isCause ? since ?? context.receivedAt : startedAt,
      status: 'open',
      ...(isCause && { causedBy: argocdSyncId(context, startedAt) }),
    });
  }
  // Health of before the sync says nothing of after it.
  if (health === 'Healthy' && (since === undefined || since >= startedAt)) {
    incidents.push({
      ...incidentOf(context, startedAt),
      sequence: ranks.healthy,
      status: 'resolved',
      resolvedAt: since ?? context.receivedAt,
    });
  }
  const previous = payload.at('previousStartedAt');
  if (isWholeSync(payload) && !previous.isMissing) {
    incidents.push({
      ...incidentOf(context, previous.instant()),
      sequence: ranks.nextSync,
      status: 'resolved',
      resolvedAt: payload.at('finishedAt').instant(),
    });
  }
  return incidents;
}

// Not a later one of some resources, which leaves the last deployment what it is.
function isWholeSync(payload: PayloadReader): boolean {
  return isSameInstant(payload.at('startedAt'), payload.at('deployStartedAt'));
}

function incidentOf(context: ArgocdContext, startedAt: number) {
  const application = argocdApplication(context.payload);
  const { source } = context;
  return {
    kind: 'incident' as const,
    id: `${source}:degraded:${application}:${new Date(
      startedAt,
    ).toISOString()}`,
    ...argocdShared(context),
    // The same for all that is told of the incident: the rank decides.
    updatedAt: startedAt,
  };
}
