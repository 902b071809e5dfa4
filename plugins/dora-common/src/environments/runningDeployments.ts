import type { DeploymentResult } from '../events';

/**
 * A finished deployment to any environment, production or not. Instants are epoch milliseconds.
 *
 * @public
 */
export type EnvironmentDeployment = {
  /** The natural id of its report. */
  id: string;
  /** Name of the catalog's environment. */
  environment: string;
  finishedAt: number;
  result: DeploymentResult;
  version?: string;
  sha?: string;
};

/**
 * What runs in an environment, as far as deployments tell. `T` is what was given in.
 *
 * @public
 */
export type RunningDeployment<T extends EnvironmentDeployment> = {
  environment: string;
  /** The last deployment that succeeded; missing where none ever did. */
  running?: T;
  /** The last deployment of all, where it came after the running one and did not succeed. */
  lastAttempt?: T;
  /** How many versions were deployed anywhere for the first time after the running one was. */
  versionsBehind: number;
  /** When the first of those was, in epoch milliseconds: since then something newer could run here. */
  newerSince?: number;
};

/**
 * What runs where, from all finished deployments of one service in any order. Environments come in the order of their names.
 *
 * A version is as new as its first deployment that succeeded in any environment: a rollback to an old version is as far behind
 * as that version is. Deployments of the same version are told by their version, else by their commit; one that names
 * neither counts as a version of its own.
 *
 * @public
 */
export function runningDeployments<T extends EnvironmentDeployment>(
  deployments: readonly T[],
): RunningDeployment<T>[] {
  const inOrder = [...deployments].sort(byTime);
  const versionOf = nameVersions(inOrder);
  const debuts = new Map<string, number>();
  const environments = new Map<string, { running?: T; lastAttempt?: T }>();
  for (const deployment of inOrder) {
    if (deployment.result === 'success') {
      const version = versionOf(deployment);
      if (!debuts.has(version)) {
        debuts.set(version, deployment.finishedAt);
      }
      environments.set(deployment.environment, { running: deployment });
    } else {
      const { running } = environments.get(deployment.environment) ?? {};
      environments.set(deployment.environment, {
        running,
        lastAttempt: deployment,
      });
    }
  }
  const versions = [...debuts].map(([version, at]) => ({ version, at }));
  return [...environments]
    .sort(([one], [other]) => compare(one, other))
    .map(([environment, { running, lastAttempt }]) => {
      const debut = running && debuts.get(versionOf(running));
      const newer =
        debut === undefined ? [] : versions.filter(({ at }) => at > debut);
      return {
        environment,
        ...(running && { running }),
        ...(lastAttempt && { lastAttempt }),
        versionsBehind: newer.length,
        ...(newer.length > 0 && { newerSince: newer[0].at }),
      };
    });
}

/** One environment may report a commit and another the version made of it: a report that names both says so. */
function nameVersions(
  deployments: readonly EnvironmentDeployment[],
): (deployment: EnvironmentDeployment) => string {
  const versionOfSha = new Map<string, string>();
  for (const { sha, version } of deployments) {
    if (sha && version && !versionOfSha.has(sha)) {
      versionOfSha.set(sha, version);
    }
  }
  return ({ id, sha, version }) =>
    version ?? (sha ? versionOfSha.get(sha) ?? sha : `of ${id}`);
}

function byTime(one: EnvironmentDeployment, other: EnvironmentDeployment) {
  return one.finishedAt - other.finishedAt || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
