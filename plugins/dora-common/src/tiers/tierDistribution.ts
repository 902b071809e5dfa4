import type { PerformanceTier } from './tierEditions';

/**
 * How many are in each tier.
 *
 * @public
 */
export type TierDistribution = Record<PerformanceTier, number> & {
  /** How many have a tier. */
  withData: number;
  /** How many there are, those without a tier included. */
  total: number;
};

/**
 * Counts tiers: of the services of a group for one metric, or of the metrics of one service. Tiers are never averaged:
 * a group of one elite and one low service is just that, and not a medium one.
 *
 * @public
 */
export function tierDistribution(
  tiers: Iterable<PerformanceTier | undefined>,
): TierDistribution {
  const distribution: TierDistribution = {
    elite: 0,
    high: 0,
    medium: 0,
    low: 0,
    withData: 0,
    total: 0,
  };
  for (const tier of tiers) {
    distribution.total += 1;
    if (tier) {
      distribution[tier] += 1;
      distribution.withData += 1;
    }
  }
  return distribution;
}
