import type { HealthPillar } from './HealthFormula';
import {
  standings,
  type NodeHealth,
  type PillarHealth,
  type Standing,
  type StandingCounts,
} from './Standing';

/**
 * The health of a node: how many of its services stand where in each pillar, and how much of what is expected
 * of them, weighted, is met. A pillar in which few services are measured counts for those few only.
 *
 * @param services - of each service, where it stands by pillar id; a pillar that is left out is unmeasured
 * @public
 */
export function nodeHealthOf(
  pillars: ReadonlyArray<Pick<HealthPillar, 'id' | 'weight'>>,
  services: ReadonlyArray<Readonly<Partial<Record<string, Standing>>>>,
): NodeHealth {
  const found = pillars.map(({ id }) =>
    pillarHealthOf(
      id,
      services.map(service => service[id] ?? 'unmeasured'),
    ),
  );
  return { services: services.length, ...overallOf(pillars, found) };
}

/**
 * The same of some of the pillars only: what the reader may see.
 *
 * @public
 */
export function withPillars(
  health: NodeHealth,
  pillars: ReadonlyArray<Pick<HealthPillar, 'id' | 'weight'>>,
): NodeHealth {
  const found = pillars.flatMap(
    ({ id }) => health.pillars.find(({ pillarId }) => pillarId === id) ?? [],
  );
  return { services: health.services, ...overallOf(pillars, found) };
}

function pillarHealthOf(
  pillarId: string,
  found: readonly Standing[],
): PillarHealth {
  const counts = Object.fromEntries(
    standings.map(standing => [
      standing,
      found.filter(each => each === standing).length,
    ]),
  ) as StandingCounts;
  const judged = counts.meets + counts.watch + counts.below;
  return {
    pillarId,
    counts,
    ...(judged > 0 && { share: counts.meets / judged }),
    ...(found.length === 1 && { only: found[0] }),
  };
}

function overallOf(
  pillars: ReadonlyArray<Pick<HealthPillar, 'id' | 'weight'>>,
  found: PillarHealth[],
): Omit<NodeHealth, 'services'> {
  const weightOf = new Map(pillars.map(({ id, weight }) => [id, weight]));
  let expected = 0;
  let judged = 0;
  let met = 0;
  for (const { counts, pillarId } of found) {
    const weight = weightOf.get(pillarId) ?? 0;
    const { below, meets, stale, unmeasured, watch } = counts;
    met += weight * meets;
    judged += weight * (meets + watch + below);
    // Not of those that are exempt.
    expected += weight * (meets + watch + below + stale + unmeasured);
  }
  return {
    ...(judged > 0 && { share: met / judged }),
    known: expected > 0 ? judged / expected : 0,
    pillars: found,
  };
}
