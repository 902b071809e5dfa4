import type { MetricUnit } from './MetricValue';

/**
 * How values of several entities or days make one.
 *
 * - `sum`: values add.
 * - `ratio`: numerators and denominators add, then divide.
 * - `distribution`: never blended into one; a roll-up shows how many entities are where.
 *
 * @public
 */
export type MetricAggregation = 'sum' | 'ratio' | 'distribution';

/**
 * What a figure means, said once for the API, the pages and the docs.
 *
 * @public
 */
export type MetricDefinition = {
  /** Stable name, camelCase, as in API answers. */
  id: string;
  /** Plain words, sentence case. */
  title: string;
  /** One sentence: what it measures. */
  description: string;
  /** How the value is calculated from facts, in words. */
  estimator: string;
  unit: MetricUnit;
  /** What `sampleSize` counts. */
  sample: string;
  /** Which direction is an improvement. */
  betterWhen: 'higher' | 'lower';
  aggregation: MetricAggregation;
  /** Where the definition comes from. */
  source: string;
};
