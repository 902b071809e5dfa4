import type { ChangeEvent, DeploymentEvent } from './eventTypes';
import { firstPlace } from './firstPlace';
import { byFinish, compare } from './mergeEvents';

/**
 * A deployment that took back a change which an earlier one had brought.
 *
 * @public
 */
export type Revert = {
  repair: DeploymentEvent;
  failed: DeploymentEvent;
  reverting: ChangeEvent;
  reverted: ChangeEvent;
};

/**
 * Finds the reverts among the changes of one service. Both changes have to have been deployed, the reverting one by a later
 * deployment.
 *
 * @param changes - In the order of their shas.
 * @public
 */
export function findReverts(
  changes: readonly ChangeEvent[],
  deploymentOf: (change: ChangeEvent) => DeploymentEvent | undefined,
): Revert[] {
  return changes.flatMap(reverting => {
    const reverted =
      reverting.reverts === undefined
        ? undefined
        : findChange(changes, reverting.reverts);
    const failed = reverted && deploymentOf(reverted);
    const repair = failed && deploymentOf(reverting);
    return repair && byFinish(failed, repair) < 0
      ? [{ repair, failed, reverting, reverted }]
      : [];
  });
}

const abbreviated = /^[0-9a-f]{7,}$/;

/**
 * The change of a full sha, or of an abbreviated one that matches no other.
 *
 * @param changes - In the order of their shas.
 * @public
 */
export function findChange(
  changes: readonly ChangeEvent[],
  sha: string,
): ChangeEvent | undefined {
  const place = firstPlace(
    changes.length,
    each => compare(changes[each].sha, sha) >= 0,
  );
  const found = changes[place];
  if (found?.sha === sha) {
    return found;
  }
  const unique =
    abbreviated.test(sha) &&
    found?.sha.startsWith(sha) &&
    !changes[place + 1]?.sha.startsWith(sha);
  return unique ? found : undefined;
}
