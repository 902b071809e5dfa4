import type {
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

/** The words for a tier: the report that it is from and the band that it stands for. */
export function describeTier(
  { tier, band }: MetricTier,
  edition: EntityTiers['edition'],
): Tier {
  return {
    name: tierNames[tier],
    level: levels[tier],
    levels: 4,
    edition: String(edition),
    explanation: `${
      tierNames[tier]
    } performers in DORA's ${edition} report: ${band.toLowerCase()}`,
  };
}
