import type { DeploymentEvent } from './eventTypes';

/**
 * A rollback and the deployment that it took back.
 *
 * @public
 */
export type Rollback = {
  rollback: DeploymentEvent;
  failed: DeploymentEvent;
  /** Whether the rollback names the deployment, or does so by deploying an older version again. */
  named: boolean;
};

/**
 * Finds the rollbacks among the successful deployments of one service to one environment, in the order of finish.
 *
 * A deployment is a rollback when it names what it takes back, or when what it deploys was deployed there before, and
 * earlier than what runs: after 1, 2, 3 the version 2 takes back 3. Version 3 once more is no rollback then, and neither
 * is what runs already. Two deployments are of the same thing when they agree in version and sha as far as both say.
 *
 * @returns The rollbacks, and those that name a deployment which is not known and deploy nothing older.
 * @public
 */
export function findRollbacks(deployments: readonly DeploymentEvent[]): {
  rollbacks: Rollback[];
  unresolved: DeploymentEvent[];
} {
  const rollbacks: Rollback[] = [];
  const unresolved: DeploymentEvent[] = [];
  const ages = firstPlaces(deployments);
  const byId = new Map<string, DeploymentEvent>();
  const byContent = new Map<string, DeploymentEvent>();
  deployments.forEach((rollback, place) => {
    const target = rollback.rollbackOf;
    const failed =
      target === undefined
        ? undefined
        : byId.get(target) ?? byContent.get(target);
    if (failed) {
      rollbacks.push({ rollback, failed, named: true });
    } else if (place > 0 && ages[place] < ages[place - 1]) {
      const running = deployments[place - 1];
      rollbacks.push({ rollback, failed: running, named: false });
    } else if (target !== undefined) {
      unresolved.push(rollback);
    }
    byId.set(rollback.id, rollback);
    for (const name of [rollback.version, rollback.sha]) {
      if (name !== undefined) {
        byContent.set(name, rollback);
      }
    }
  });
  return { rollbacks, unresolved };
}

/** Where each deployment's version or sha was deployed first. */
function firstPlaces(deployments: readonly DeploymentEvent[]): number[] {
  const first = new Map<string, number>();
  return deployments.map(({ version, sha }, place) => {
    const wanted: string[] = [];
    const given: string[] = [];
    // "Any" keys find those that say less or more than this one.
    if (version !== undefined && sha !== undefined) {
      const both = JSON.stringify(['both', version, sha]);
      wanted.push(both, `version only ${version}`, `sha only ${sha}`);
      given.push(both, `any version ${version}`, `any sha ${sha}`);
    } else if (version !== undefined) {
      wanted.push(`any version ${version}`);
      given.push(`any version ${version}`, `version only ${version}`);
    } else if (sha !== undefined) {
      wanted.push(`any sha ${sha}`);
      given.push(`any sha ${sha}`, `sha only ${sha}`);
    }
    const age = Math.min(place, ...wanted.map(key => first.get(key) ?? place));
    for (const key of given) {
      first.set(key, first.get(key) ?? age);
    }
    return age;
  });
}
