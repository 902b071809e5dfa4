import type {
  Coverage,
  MetricDistribution,
  MetricValue,
  MetricWindow,
  Period,
  RegisteredMetric,
} from '@portal/plugin-metrics-common';
import type { SeriesPoint } from '../chart';

/** What a tile or a trend shows. */
export type FigureQuestion = {
  metricId: string;
  /** An entity reference, or `everything`. Groups, systems and domains are rolled up from their components. */
  subject: string;
  /** Days. Default: 28. */
  window?: MetricWindow;
  /** What the figure is for, such as an environment. Default: all together. */
  dimension?: string;
};

/** One point of a figure over time. */
export type FigurePoint = SeriesPoint & {
  /** Of a scope: how many of its components have a value. */
  coverage?: Coverage;
  /** Of a scope and a metric that does not add: where the values of its components lie. */
  distribution?: MetricDistribution;
};

/** A figure of one entity or one scope, with all that a tile or a trend shows of it. */
export type Figure = {
  definition: RegisteredMetric;
  /** The window, which ends with the last reported day. */
  period: Period;
  /** Of a scope and a metric that does not add it has a state and never a value: see `distribution`. */
  value: MetricValue;
  /** The same of the window before. */
  previous?: MetricValue;
  /** Of a scope: how many of its components have a value. */
  coverage?: Coverage;
  /** Of a scope and a metric that does not add. */
  distribution?: MetricDistribution;
  /** Whole days, weeks or months, as {@link intervalFor} has them, in UTC. The last one may still run. */
  points: FigurePoint[];
};
