import { percentileCont, percentileRank } from './percentileCont';

/**
 * What a median rests on: how many values there are, and the one or two in the middle. A database can pick these
 * out of millions, so that none but them travel.
 *
 * @public
 */
export type MiddleValues = { count: number; lower: number; upper: number };

/**
 * Picks the middle out of values in any order; `undefined` where there are none.
 *
 * @public
 */
export function middleOf(values: readonly number[]): MiddleValues | undefined {
  const rank = percentileRank(values.length, 0.5);
  if (!rank) {
    return undefined;
  }
  const ascending = [...values].sort((a, b) => a - b);
  return {
    count: values.length,
    lower: ascending[rank.lower],
    upper: ascending[rank.upper],
  };
}

/**
 * The interpolated median.
 *
 * @public
 */
export function medianOf(middle: MiddleValues): number {
  return percentileCont([middle.lower, middle.upper], 0.5) ?? middle.lower;
}
