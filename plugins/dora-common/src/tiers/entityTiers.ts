import type { DoraMetrics, EntityTiers, MetricTier } from '../api';
import { deploymentDays } from './deploymentDays';
import {
  defaultTierEdition,
  tierEditions,
  tierMetricIds,
  type TierEditionYear,
  type TierMetricId,
} from './tierEditions';
import { tierOf } from './tierOf';

/**
 * The tiers of the figures of a period.
 *
 * @param options - `deployments` are instants of deployments in `[from, to)`, at least one for each day with one; all in
 * epoch milliseconds. A period of less than a week has no tier of frequency.
 * @public
 */
export function entityTiers(options: {
  metrics: DoraMetrics;
  deployments: Iterable<number>;
  from: number;
  to: number;
  edition?: TierEditionYear;
}): EntityTiers {
  // Tiers of frequency go by days with a deployment: ten deployments on one day are not "on demand".
  const { perWeek } = deploymentDays(options);
  return tiersOfValues({ ...options, daysPerWeek: perWeek });
}

/**
 * The tiers of figures.
 *
 * @param options - `daysPerWeek` is `perWeek` of {@link deploymentDays}.
 * @public
 */
export function tiersOfValues(options: {
  metrics: DoraMetrics;
  daysPerWeek: number | undefined;
  edition?: TierEditionYear;
}): EntityTiers {
  const { metrics, daysPerWeek, edition = defaultTierEdition } = options;
  const valueOf = (metric: TierMetricId) => {
    if (metric === 'deploymentFrequency') {
      return metrics[metric].sampleSize > 0 ? daysPerWeek : undefined;
    }
    return metrics[metric].value;
  };

  const tiers = tierMetricIds.flatMap(
    (metric): [TierMetricId, MetricTier][] => {
      const tier = tierOf({ metric, value: valueOf(metric), edition });
      const cutOff = tierEditions[edition].cutOffs[metric].find(
        candidate => candidate.tier === tier,
      );
      return tier && cutOff ? [[metric, { tier, band: cutOff.band }]] : [];
    },
  );
  return { edition, metrics: Object.fromEntries(tiers) };
}
