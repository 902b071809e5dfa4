import type { Standing } from './Standing';

const fromWorst: Standing[] = ['below', 'watch', 'meets', 'stale'];

/**
 * Where a service stands in a pillar: the worst of its checks that have a fresh value. Stale where all that was measured is stale.
 *
 * @public
 */
export function pillarStanding(checks: readonly Standing[]): Standing {
  return fromWorst.find(standing => checks.includes(standing)) ?? 'unmeasured';
}
