import { medianOf, middleOf } from '../metrics';

/**
 * On how many days a week there was a deployment.
 *
 * @public
 */
export type DeploymentDays = {
  /** Whole weeks of the period. */
  weeks: number;
  /** Median over the weeks, 0 to 7. */
  median?: number;
  /** Mean over the weeks, 0 to 7. */
  mean?: number;
  /**
   * What tiers go by: the median where it is one or more; else the mean, but no more than one. In a service that
   * deploys less than weekly the median week has no deployment, and says nothing about how seldom.
   */
  perWeek?: number;
};

const day = 86_400_000;
const week = 7 * day;

/**
 * Counts the days with a deployment in each week of `[from, to)`. Weeks are cut backwards from `to`, so that a period of
 * 28 days has four; what is left over at its start is not looked at. Days begin at the time of day of `to`: where that is
 * midnight in the organisation's time zone, they are its days.
 *
 * @param options - Instants in epoch milliseconds, in any order.
 * @public
 */
export function deploymentDays(options: {
  deployments: Iterable<number>;
  from: number;
  to: number;
}): DeploymentDays {
  const { deployments, from, to } = options;
  const weeks = Math.max(0, Math.floor((to - from) / week));
  const seen = new Set<number>();
  for (const at of deployments) {
    const daysBefore = Math.ceil((to - at) / day) - 1;
    if (daysBefore >= 0 && daysBefore < weeks * 7) {
      seen.add(daysBefore);
    }
  }
  const counts = new Array<number>(weeks).fill(0);
  for (const daysBefore of seen) {
    counts[Math.floor(daysBefore / 7)] += 1;
  }
  const middle = middleOf(counts);
  if (!middle) {
    return { weeks };
  }
  const median = medianOf(middle);
  const mean = seen.size / weeks;
  return {
    weeks,
    median,
    mean,
    perWeek: median >= 1 ? median : Math.min(mean, 1),
  };
}
