import type { HealthPillar } from './HealthFormula';
import {
  standings,
  type NodeHealth,
  type PillarHealth,
  type Standing,
  type StandingCounts,
} from './Standing';

/**
 * The health of a node: how many of its services stand where in each pillar, and the weighted mean of the shares that meet.
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
  let all = 0;
  let known = 0;
  let sum = 0;
  for (const { pillarId, share } of found) {
    const weight = weightOf.get(pillarId) ?? 0;
    all += weight;
    if (share !== undefined) {
      known += weight;
      sum += weight * share;
    }
  }
  return {
    ...(known > 0 && { share: sum / known }),
    known: all > 0 ? known / all : 0,
    pillars: found,
  };
}
