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
 * How the days of one entity make a period, for figures that add.
 *
 * - `add`: each day has what happened in it, such as deployments; days add.
 * - `last`: each day has what was there at its end, such as open findings; the last day of the period counts.
 *
 * @public
 */
export type MetricOverTime = 'add' | 'last';

/**
 * A named stretch of a value, `[from, below)`.
 *
 * @public
 */
export type MetricBand = {
  /** Stable name, such as `elite`. */
  id: string;
  /** Plain words, sentence case. */
  title: string;
  /** Included, in the unit of the metric. Absent: no lower end. */
  from?: number;
  /** Excluded, in the unit of the metric. Absent: no upper end. */
  below?: number;
};

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
  /** Where that is no number of things but a time: in what it is counted. It is written as a time. */
  sampleUnit?: 'second';
  /** Which direction is an improvement. */
  betterWhen: 'higher' | 'lower';
  aggregation: MetricAggregation;
  /** Where the definition comes from. */
  source: string;
  /** How the days of one entity make a period. Default: `add`. */
  overTime?: MetricOverTime;
  /** Named stretches of the value, such as tiers; a roll-up counts the entities in each. */
  bands?: MetricBand[];
  /** After how many hours without a report the value is stale, counted from the end of the last reported day. */
  staleAfterHours?: number;
  /**
   * The name of a basic permission with the action `read` that readers of values need besides `metrics.value.read`, such
   * as `finops.cost.read`. Default: none. Everybody who reads definitions sees it, so that a page can say what is missing.
   */
  readPermission?: string;
};
