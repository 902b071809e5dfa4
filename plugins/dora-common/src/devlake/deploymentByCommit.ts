import type { DevLakeDeployment } from './DevLakeDeployment';
import type { DevLakeProjects } from './DevLakeProjects';

/**
 * A row of DevLake's `commits_diffs`: a commit that is in `newSha` and not in `oldSha`, which is empty where there was
 * nothing before and absent where the table says NULL.
 *
 * @public
 */
export type DevLakeDiff = {
  oldSha?: string;
  newSha: string;
  commitSha: string;
};

/**
 * The first successful production deployment of a project that brought each commit, by DevLake's reading: by start, only
 * deployments with a previous one count, and what a deployment brought is the difference between their two commits.
 *
 * @public
 */
export function deploymentByCommit(options: {
  deployments: readonly DevLakeDeployment[];
  diffs: readonly DevLakeDiff[];
  projects: DevLakeProjects;
  projectName: string;
}): Map<string, DevLakeDeployment> {
  const { deployments, diffs, projects, projectName } = options;
  const byId = grouped(deployments, ({ id }) => id);
  const brought = grouped(
    diffs.filter(({ oldSha }) => oldSha !== undefined),
    ({ newSha, oldSha }) => JSON.stringify([newSha, oldSha]),
  );
  const candidates = deployments
    .filter(
      ({ previousSuccessId, environment, result, scopeId }) =>
        previousSuccessId !== undefined &&
        environment === 'PRODUCTION' &&
        result === 'SUCCESS' &&
        projects.has(projectName, 'cicd_scopes', scopeId),
    )
    .sort((a, b) => compareStart(a.startedAt, b.startedAt));
  const found = new Map<string, DevLakeDeployment>();
  for (const deployment of candidates) {
    const previous = byId.get(deployment.previousSuccessId ?? '');
    for (const { commitSha: oldSha } of previous ?? [{ commitSha: '' }]) {
      const pair = JSON.stringify([deployment.commitSha, oldSha]);
      for (const { commitSha } of brought.get(pair) ?? []) {
        if (!found.has(commitSha)) {
          found.set(commitSha, deployment);
        }
      }
    }
  }
  return found;
}

/** As a database sorts: an unknown start comes first. */
function compareStart(a: number | undefined, b: number | undefined): number {
  if (a === b) {
    return 0;
  }
  return (a ?? -Infinity) - (b ?? -Infinity);
}

function grouped<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) {
      group.push(value);
    } else {
      groups.set(key, [value]);
    }
  }
  return groups;
}
