import type { HealthState } from '@portal/plugin-service-health-common';
import type { ProbeResult } from '../probes/ProbeResult';
import type { Replicas } from './readReplicas';

/**
 * How a workload is doing, from its counts alone.
 *
 * - None is wanted: `atZero`, because a service that nobody wants to run neither serves nor fails.
 * - None is available: `down`.
 * - Some are missing, a rollout is under way, or the cluster has not taken up the latest change: `degraded`.
 * - Else `up`.
 */
export function judgeReplicas(
  replicas: Replicas,
  atZero: Exclude<HealthState, 'degraded'>,
): ProbeResult {
  const { desired, available, isStuck } = replicas;
  const counts = `${available} of ${desired} replicas are available`;
  const stuck = isStuck
    ? ', and its rollout made no progress within its deadline'
    : '';
  if (desired === 0) {
    return atZero === 'up'
      ? { state: 'up' }
      : {
          state: atZero,
          reason: 'It is scaled to zero: no replica is wanted, so none runs',
        };
  }
  if (available === 0) {
    return {
      state: 'down',
      reason: `None of ${desired} replicas is available${stuck}`,
    };
  }
  if (available < desired) {
    return { state: 'degraded', reason: `${counts}${stuck}` };
  }
  const rollout = describeRollout(replicas);
  return rollout
    ? { state: 'degraded', reason: `${rollout}; ${counts}` }
    : { state: 'up' };
}

function describeRollout(replicas: Replicas): string | undefined {
  const { updated, toUpdate, old, isCurrent, isStuck } = replicas;
  if (isStuck) {
    return 'Its rollout made no progress within its deadline';
  }
  if (!isCurrent) {
    return 'The cluster has not taken up the latest change yet';
  }
  if (updated < toUpdate) {
    return `A rollout is under way: ${updated} of ${toUpdate} replicas are updated`;
  }
  return old > 0
    ? `A rollout is under way: ${old} of the old replicas are still there`
    : undefined;
}
