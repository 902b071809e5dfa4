import type { DevLakeDeployment } from './DevLakeDeployment';
import type { DevLakeProjects } from './DevLakeProjects';

/**
 * A row of DevLake's `incidents`: `table` and `scopeId` say which board or repository it was reported in.
 *
 * @public
 */
export type DevLakeIncident = {
  id: string;
  createdAt?: number;
  table?: string;
  scopeId?: string;
};

/**
 * A row of DevLake's `project_incident_deployment_relationships`.
 *
 * @public
 */
export type DevLakeIncidentLink = {
  id: string;
  projectName: string;
  deploymentId: string;
};

/**
 * DevLake's guess at what caused an incident: the successful production deployment of the same project that was the
 * last to finish before the incident was created, however long before. An incident without one is left out.
 *
 * @remarks
 *
 * Source: `ConnectIncidentToDeployment` of Apache DevLake's dora plugin. The portal's own attribution,
 * {@link attributeEventFailures}, never charges an old deployment; this is for comparing with DevLake. DevLake leaves
 * open which of two that finished in the same instant it takes; here it is the smaller id.
 *
 * @public
 */
export function linkDevLakeIncidents(options: {
  incidents: readonly DevLakeIncident[];
  deployments: readonly DevLakeDeployment[];
  projects: DevLakeProjects;
}): DevLakeIncidentLink[] {
  const { incidents, deployments, projects } = options;
  return projects.names.flatMap(projectName => {
    const finished = deployments
      .filter(
        ({ result, environment, scopeId, finishedAt }) =>
          finishedAt !== undefined &&
          result === 'SUCCESS' &&
          environment === 'PRODUCTION' &&
          projects.has(projectName, 'cicd_scopes', scopeId),
      )
      .sort((a, b) => (a.finishedAt ?? 0) - (b.finishedAt ?? 0));
    return incidents
      .filter(
        ({ table, scopeId }) =>
          table !== undefined && projects.has(projectName, table, scopeId),
      )
      .flatMap(({ id, createdAt }) => {
        const deploymentId = lastBefore(finished, createdAt)?.deploymentId;
        return deploymentId ? [{ id, projectName, deploymentId }] : [];
      });
  });
}

/** Of those that finished last before an instant, the first; they are in order of finish, then id. */
function lastBefore(
  finished: readonly DevLakeDeployment[],
  at: number | undefined,
): DevLakeDeployment | undefined {
  if (at === undefined) {
    return undefined;
  }
  const count = countBefore(finished, at);
  const end = finished[count - 1]?.finishedAt;
  return end === undefined ? undefined : finished[countBefore(finished, end)];
}

function countBefore(
  finished: readonly DevLakeDeployment[],
  at: number,
): number {
  let low = 0;
  let high = finished.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((finished[middle].finishedAt ?? 0) < at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
