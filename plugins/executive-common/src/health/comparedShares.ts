import { comparablePillar } from './comparablePillar';
import type { HealthPillar } from './HealthFormula';
import { withPillars } from './nodeHealthOf';
import type { NodeHealth } from './Standing';

/**
 * The overall shares of two days over what can be compared: a pillar that came between them, or that other services are measured in, is
 * no change for better or worse.
 *
 * @public
 */
export type ComparedShares = {
  now: number;
  then: number;
  /** Whether a pillar of one of the days is left out: then these are other shares than those of the days themselves. */
  isPart: boolean;
};

/**
 * Compares two days. Undefined where nothing can be compared.
 *
 * @public
 */
export function comparedShares(
  pillars: ReadonlyArray<Pick<HealthPillar, 'id' | 'weight'>>,
  now: NodeHealth,
  then: NodeHealth | undefined,
): ComparedShares | undefined {
  if (!then) {
    return undefined;
  }
  const pillarOf = (health: NodeHealth, id: string) =>
    health.pillars.find(({ pillarId }) => pillarId === id);
  const isMeasured = (health: NodeHealth, id: string) =>
    pillarOf(health, id)?.share !== undefined;
  const both = pillars.filter(({ id }) =>
    comparablePillar(pillarOf(now, id), pillarOf(then, id)),
  );
  const [after, before] = [now, then].map(
    health => withPillars(health, both).share,
  );
  return after === undefined || before === undefined
    ? undefined
    : {
        now: after,
        then: before,
        isPart: pillars.some(
          each =>
            !both.includes(each) &&
            (isMeasured(now, each.id) || isMeasured(then, each.id)),
        ),
      };
}
