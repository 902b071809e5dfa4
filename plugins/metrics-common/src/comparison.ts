/**
 * What a period is compared with: the one that ends where it begins, or the same one a year earlier.
 *
 * @public
 */
export const comparisons = ['before', 'year'] as const;

/**
 * One of {@link comparisons}.
 *
 * @public
 */
export type Comparison = (typeof comparisons)[number];
