import type { DevLakeDeployment } from './DevLakeDeployment';
import type { DevLakeProjects } from './DevLakeProjects';

/**
 * DevLake's chain of deployments: each successful one names the one before it in the same CI scope, repository and
 * environment, in the order in which they finished. A deployment that failed, has not finished, names no repository or
 * environment, or belongs to no project keeps what it had.
 *
 * @remarks
 *
 * Source: `enrichPrevSuccessDeploymentCommits` of Apache DevLake's dora plugin. DevLake leaves open which of two that
 * finished in the same instant comes first; here it is the smaller id.
 *
 * @public
 */
export function chainDevLakeDeployments(
  deployments: readonly DevLakeDeployment[],
  projects: DevLakeProjects,
): DevLakeDeployment[] {
  const previous = new Map<DevLakeDeployment, string | undefined>();
  const last = new Map<string, string>();
  const chained = deployments
    .filter(
      ({ result, finishedAt, repoUrl, environment, scopeId }) =>
        result === 'SUCCESS' &&
        finishedAt !== undefined &&
        repoUrl !== undefined &&
        environment !== undefined &&
        projects.hasAnywhere('cicd_scopes', scopeId),
    )
    .sort((a, b) => (a.finishedAt ?? 0) - (b.finishedAt ?? 0));
  for (const deployment of chained) {
    const { scopeId, repoUrl, environment, id } = deployment;
    const chain = JSON.stringify([scopeId, repoUrl, environment]);
    previous.set(deployment, last.get(chain));
    last.set(chain, id);
  }
  return deployments.map(deployment =>
    previous.has(deployment)
      ? { ...deployment, previousSuccessId: previous.get(deployment) }
      : deployment,
  );
}
