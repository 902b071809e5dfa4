import type {
  DoraMetricId,
  EntityTiers,
  MetricTier,
  PerformanceTier,
} from '@portal/plugin-dora-common';
import type { Tier } from '@portal/plugin-metrics-react';

/** What tiers are called here. */
export const tierNames: Record<PerformanceTier, string> = {
  elite: 'Elite',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};
const levels: Record<PerformanceTier, number> = {
  elite: 4,
  high: 3,
  medium: 2,
  low: 1,
};

/** The words for a tier: the report that it is from, the band that it stands for, and what it goes by where that is not the value. */
export function describeTier(
  { tier, band }: MetricTier,
  edition: EntityTiers['edition'],
  metric: DoraMetricId,
): Tier {
  const basis =
    metric === 'deploymentFrequency'
      ? '. It goes by the days of a usual week that have a deployment, however many there are on a day'
      : '';
  return {
    name: tierNames[tier],
    level: levels[tier],
    levels: 4,
    edition: String(edition),
    explanation: `${
      tierNames[tier]
    } performers in DORA's ${edition} report: ${band.toLowerCase()}${basis}`,
  };
}
