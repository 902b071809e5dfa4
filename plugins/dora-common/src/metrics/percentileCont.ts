/**
 * Where a percentile lies among `count` ascending values: between two ranks, at a weight.
 *
 * @public
 */
export type PercentileRank = { lower: number; upper: number; weight: number };

/**
 * The ranks (from 0) between which SQL's `percentile_cont` interpolates; `undefined` where there are no values.
 *
 * @public
 */
export function percentileRank(
  count: number,
  fraction: number,
): PercentileRank | undefined {
  if (count < 1) {
    return undefined;
  }
  const exact = (count - 1) * fraction;
  const lower = Math.floor(exact);
  return { lower, upper: Math.ceil(exact), weight: exact - lower };
}

/**
 * The percentile of ascending values, interpolated as SQL's `percentile_cont` does.
 *
 * @public
 */
export function percentileCont(
  ascending: ArrayLike<number>,
  fraction: number,
): number | undefined {
  const rank = percentileRank(ascending.length, fraction);
  if (!rank) {
    return undefined;
  }
  const low = ascending[rank.lower];
  return low + (ascending[rank.upper] - low) * rank.weight;
}
