import type { HealthPillar } from './HealthFormula';
import { withPillars } from './nodeHealthOf';
import type { NodeHealth } from './Standing';

/**
 * The overall shares of two days over what was measured on both: a pillar that came between them is no change for better or worse.
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
 * Compares two days. Undefined where nothing was measured on both.
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
  const isMeasured = (health: NodeHealth, id: string) =>
    health.pillars.some(
      ({ pillarId, share }) => pillarId === id && share !== undefined,
    );
  const both = pillars.filter(
    ({ id }) => isMeasured(now, id) && isMeasured(then, id),
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
          ({ id }) => isMeasured(now, id) !== isMeasured(then, id),
        ),
      };
}
