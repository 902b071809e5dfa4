import type { DoraMetrics, EntityTiers } from '../api';
import { deploymentMetrics } from '../metrics';
import { tiersOfValues } from '../tiers/entityTiers';
import type { TierEditionYear } from '../tiers';

/**
 * What is kept of a service for a window. Times are in milliseconds.
 *
 * @public
 */
export type WindowFacts = {
  entityRef: string;
  deployments: number;
  mainlineDeployments: number;
  failed: number;
  reworks: number;
  /** Deployment days a week, as `perWeek` of `deploymentDays`. */
  daysPerWeek?: number;
  leadTime?: { count: number; median: number };
  recovery?: { count: number; median: number };
};

const day = 86_400_000;

/**
 * The five figures of a window: those of `deploymentMetrics`.
 *
 * @public
 */
export function windowMetrics(facts: WindowFacts, days: number): DoraMetrics {
  return deploymentMetrics({
    facts: {
      deployments: facts.deployments,
      mainlineDeployments: facts.mainlineDeployments,
      failed: facts.failed,
      reworks: facts.reworks,
      leadTimes: middle(facts.leadTime),
      recoveries: middle(facts.recovery),
    },
    duration: days * day,
  });
}

/**
 * The tiers of a window.
 *
 * @public
 */
export function windowTiers(
  facts: WindowFacts,
  metrics: DoraMetrics,
  edition?: TierEditionYear,
): EntityTiers {
  return tiersOfValues({ metrics, daysPerWeek: facts.daysPerWeek, edition });
}

function middle(values: { count: number; median: number } | undefined) {
  return (
    values && {
      count: values.count,
      lower: values.median,
      upper: values.median,
    }
  );
}
