import type { MetricAggregation, MetricDefinition } from './MetricDefinition';
import type { MetricParts } from './MetricParts';
import type { MetricValue } from './MetricValue';
import type { MetricWindow } from './days';
import type { MetricDistribution } from './rollup/distributionOf';

/** @public */
export type MetricsRequestOptions = { token?: string; signal?: AbortSignal };

/**
 * A definition as the store knows it.
 *
 * @public
 */
export type RegisteredMetric = MetricDefinition & {
  /** Who registered it and may publish it, such as `plugin:dora`. */
  publisher: string;
  /** The windows that there are values for. */
  windows: MetricWindow[];
  /** What values were reported for besides all together, such as environments. */
  dimensions: string[];
  /** The last day for which any entity was reported. */
  lastDay?: string;
  /** When that was, as an ISO 8601 instant. */
  lastReportedAt?: string;
};

/**
 * What is known of one entity and metric at the end of a day. At least one of `parts` and `windows` is there.
 *
 * @public
 */
export type PublishedValue = {
  metricId: string;
  /** Complete entity reference, such as `component:default/shop`. */
  entityRef: string;
  /** What the value is for, such as an environment. Default: none. */
  dimension?: string;
  /** What the day adds. Numbers or, where digits must not be lost, text such as `'12.34'`. */
  parts?: {
    sum?: number | string;
    numerator?: number | string;
    denominator?: number | string;
    count?: number;
  };
  /** The value of the 28, 90 and 365 days that end with the day, as the publisher's own pages show it. */
  windows?: Partial<Record<MetricWindow, MetricValue>>;
};

/** @public */
export type PublishRequest = {
  /** `YYYY-MM-DD`. Publishing a day again corrects it. */
  day: string;
  values: PublishedValue[];
};

/** @public */
export type PublishResult = {
  /** How many values and windows were reported. */
  reported: number;
  /** How many of them differed from what the store had. */
  changed: number;
};

/**
 * Which entities: named, or all components of a scope.
 *
 * @public
 */
export type MetricSubjects = {
  entityRefs?: string[];
  /** A group, system, domain or component, or `everything`. */
  scope?: string;
  /** Who belonged to the scope at this instant, or `now`. Default: at the asked time. */
  asOf?: string;
  /** Default: values without a dimension. */
  dimension?: string;
};

/** @public */
export type LatestRequest = MetricSubjects & {
  metricIds: string[];
  /** `YYYY-MM-DD`. Default: the last day that the metric was reported for. */
  day?: string;
  /** Days. Default: 28. */
  window?: MetricWindow;
  /** Whether the window of the same length before is asked for, too. Default: no. */
  previous?: boolean;
};

/**
 * @public
 */
export type LatestAnswer = {
  entityRefs: string[];
  metrics: Array<{
    metricId: string;
    /** The last day of the window. */
    day: string;
    window: MetricWindow;
    /** One value an entity, in the order of `entityRefs`. */
    values: MetricValue[];
    /** The same of the window that ends where this one begins, where it was asked for. */
    previous?: MetricValue[];
  }>;
};

/** @public */
export type MetricBucket = 'day' | 'week' | 'month';

/** @public */
export type SeriesRequest = MetricSubjects & {
  metricIds: string[];
  /** First day, included. */
  from: string;
  /** Last day, excluded. */
  to: string;
  /** Weeks begin on Monday. Default: `day`. */
  bucket?: MetricBucket;
  /** Days of the window that a value of a `distribution` metric is for. Default: 28. */
  window?: MetricWindow;
};

/**
 * Days `[from, to)`. `complete` is false for a bucket that the asked period cuts or that is not over.
 *
 * @public
 */
export type BucketDays = { from: string; to: string; complete: boolean };

/** @public */
export type SeriesAnswer = {
  entityRefs: string[];
  buckets: BucketDays[];
  metrics: Array<{
    metricId: string;
    /** One list an entity, in the order of `entityRefs`; in it one value a bucket. */
    series: MetricValue[][];
  }>;
};

/** @public */
export type RollupRequest = {
  metricIds: string[];
  /** Groups, systems, domains, components, or `everything`. */
  scopes: string[];
  /** The last day. `YYYY-MM-DD`. Default: the last day that the metric was reported for. */
  day?: string;
  /** Days that end with `day`. Default: 28. */
  window?: MetricWindow;
  /** First day, included, instead of `day` and `window`. Not for `distribution` metrics. */
  from?: string;
  /** Last day, excluded. */
  to?: string;
  /** Whether the period of the same length before is asked for, too. Default: no. */
  previous?: boolean;
  /** Who belonged to the scopes at this instant, or `now`, belongs all the time. Default: who belonged when. */
  asOf?: string;
  /** Default: values without a dimension. */
  dimension?: string;
};

/**
 * How many of the components that belonged to a scope have a value.
 *
 * @public
 */
export type Coverage = { have: number; of: number };

/** @public */
export type MetricRollup = {
  metricId: string;
  /** Days `[from, to)`. */
  period: { from: string; to: string };
  coverage: Coverage;
  /**
   * The figure of the scope. For a `distribution` metric it has a state and never a value, and its sample are the
   * components that have one.
   */
  value: MetricValue;
  /** The same of the period of the same length before, where it was asked for. It is never stale. */
  previous?: TrendPoint;
} & (
  | {
      aggregation: 'sum' | 'ratio';
      /** What was added. Parts of scopes that share no component add to those of all. */
      parts: MetricParts;
    }
  | {
      aggregation: 'distribution';
      /** Where the values of the components lie. Absent where none has one. */
      distribution?: MetricDistribution;
    }
);

/** @public */
export type RollupAnswer = {
  /** In the order of the request. */
  scopes: Array<{ scope: string; metrics: MetricRollup[] }>;
};

/** @public */
export type TrendRequest = {
  metricIds: string[];
  /** Groups, systems, domains, components, or `everything`. */
  scopes: string[];
  /** First day, included. */
  from: string;
  /** Last day, excluded. */
  to: string;
  /** Weeks begin on Monday. Default: `week`. */
  bucket?: MetricBucket;
  /** Days of the window that a `distribution` metric is of. Default: 28. */
  window?: MetricWindow;
  /** Who belonged to the scopes at this instant, or `now`, belongs all the time. Default: who belonged when. */
  asOf?: string;
  /** Default: values without a dimension. */
  dimension?: string;
};

/**
 * A roll-up of one bucket. It is never stale: it says what was known then.
 *
 * @public
 */
export type TrendPoint = {
  coverage: Coverage;
  /** For a `distribution` metric it has a state and never a value. */
  value: MetricValue;
  /** For a `distribution` metric, at the end of the bucket. Absent where no component has a value. */
  distribution?: MetricDistribution;
};

/** @public */
export type TrendAnswer = {
  buckets: BucketDays[];
  /** In the order of the request. */
  scopes: Array<{
    scope: string;
    metrics: Array<{
      metricId: string;
      aggregation: MetricAggregation;
      /** One a bucket. */
      points: TrendPoint[];
    }>;
  }>;
};

/**
 * Reading the metric store.
 *
 * @public
 */
export interface MetricsApi {
  /** Every metric that a plugin registered. */
  definitions(options?: MetricsRequestOptions): Promise<RegisteredMetric[]>;

  /** One value for each entity and metric. */
  latest(
    request: LatestRequest,
    options?: MetricsRequestOptions,
  ): Promise<LatestAnswer>;

  /** Values over time. */
  series(
    request: SeriesRequest,
    options?: MetricsRequestOptions,
  ): Promise<SeriesAnswer>;

  /** One figure, or one distribution, for each scope and metric. */
  rollup(
    request: RollupRequest,
    options?: MetricsRequestOptions,
  ): Promise<RollupAnswer>;

  /** Roll-ups over time. */
  trend(
    request: TrendRequest,
    options?: MetricsRequestOptions,
  ): Promise<TrendAnswer>;
}

/**
 * One question of {@link MetricsApi}, by the name of its method.
 *
 * @public
 */
export type MetricsQuestion =
  | { definitions: Record<string, never> }
  | { latest: LatestRequest }
  | { series: SeriesRequest }
  | { rollup: RollupRequest }
  | { trend: TrendRequest };

/**
 * What came of one question: its answer, or the error that the question alone would have been answered with.
 *
 * @public
 */
export type MetricsAnswer =
  | { definitions: RegisteredMetric[] }
  | { latest: LatestAnswer }
  | { series: SeriesAnswer }
  | { rollup: RollupAnswer }
  | { trend: TrendAnswer }
  | {
      error: {
        name: string;
        message: string;
        /** The metric that needs a permission of its own which the caller lacks. */
        metricId?: string;
        /** That permission. */
        permission?: string;
      };
      response: { statusCode: number };
    };

/**
 * The most questions of one {@link MetricsBatchApi.batch}.
 *
 * @public
 */
export const maxBatchQuestions = 100;

/**
 * Many questions in one request.
 *
 * @public
 */
export interface MetricsBatchApi {
  /** The answers in the order of the questions. A question that fails does not fail the others. */
  batch(
    questions: readonly MetricsQuestion[],
    options?: MetricsRequestOptions,
  ): Promise<MetricsAnswer[]>;
}

/**
 * Writing to the metric store, for plugins.
 *
 * @public
 */
export interface MetricPublisherApi {
  /** Makes metrics known, or says anew what they mean. Fails with ConflictError if another plugin has the id. */
  register(
    definitions: readonly MetricDefinition[],
    options?: MetricsRequestOptions,
  ): Promise<void>;

  /** Stores the values of one day. Long lists go in several requests; each is stored as a whole or not at all. */
  publish(
    request: PublishRequest,
    options?: MetricsRequestOptions,
  ): Promise<PublishResult>;
}
