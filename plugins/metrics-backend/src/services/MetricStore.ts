import type {
  MetricDefinition,
  MetricParts,
  MetricState,
  RegisteredMetric,
} from '@portal/plugin-metrics-common';
import type { StagedRow } from '../database/mergeDay';

/** A metric with its number in the database. */
export type StoredMetric = {
  id: number;
  publisher: string;
  definition: MetricDefinition;
};

/** 1 for the parts of a day, else the length of a window in days. */
export type RunDays = 1 | 28 | 90 | 365;

/** One entity at the end of one day. Days are counted from 1970-01-01. */
export type StoredValue = {
  /** Position in the asked days. */
  place: number;
  entityId: number;
  /** There for windows. */
  state?: MetricState;
  value?: number;
  sampleSize: number;
  have?: number;
  need?: number;
  cure?: string;
  since?: string;
  /** There for the parts of a day. */
  parts: MetricParts;
  /** The last reported day, if that is before what counts as fresh. */
  lastDay?: number;
};

/** A day for which values are asked, and the first day whose report counts as fresh then. */
export type AskedDay = { day: number; freshFrom: number };

/** Days `[from, to)` in which what an entity has counts for a group. */
export type MemberSpan = {
  group: number;
  entityId: number;
  from: number;
  to: number;
};

/** What a group adds up to in a bucket. */
export type AddedParts = {
  group: number;
  bucket: number;
  parts: MetricParts;
  /** How many entities have something in it. */
  entities: number;
};

/** What is asked of the store about one metric. */
export type MetricKey = { metricId: number; dimensionId: number };

/** Definitions and values as the database keeps them. */
export interface MetricStore {
  /** Metrics by their names, or all. */
  metrics(names?: string[]): Promise<Map<string, StoredMetric>>;

  /** All metrics with when they were last reported. */
  registered(): Promise<RegisteredMetric[]>;

  /**
   * Makes metrics known or says anew what they mean. Fails with ConflictError for a metric of another publisher, and for
   * one that can't mean something else without its values being wrong.
   *
   * @returns the names of the metrics that are new or changed.
   */
  register(
    publisher: string,
    definitions: readonly MetricDefinition[],
  ): Promise<string[]>;

  /**
   * Stores what was reported of a day, all or nothing. `toRows` is given the metrics, which nobody else publishes or
   * changes meanwhile; it is called again if they changed before that.
   *
   * @returns how many rows there were, and how many differed from what was there.
   */
  publish(
    day: string,
    names: string[],
    toRows: (metrics: Map<string, StoredMetric>) => StagedRow[],
  ): Promise<{ reported: number; changed: number }>;

  /** The numbers of entities, in the order of the references; undefined for what was never reported. */
  entityIds(refs: readonly string[]): Promise<Array<number | undefined>>;

  /** The number of a dimension; undefined if it was never reported. */
  dimensionId(key: string): Promise<number | undefined>;

  /** The last day up to `day` for which any entity was reported, of the parts or of a window, for each metric. */
  lastDays(
    metricIds: number[],
    dimensionId: number,
    days: RunDays[],
    day: number,
  ): Promise<Map<number, number>>;

  /** What entities have at the end of days. */
  valuesAt(
    key: MetricKey,
    days: RunDays,
    asked: AskedDay[],
    entityIds: number[],
  ): Promise<StoredValue[]>;

  /** What the parts of days add up to. Buckets are days `[from, to)`. */
  added(
    key: MetricKey,
    spans: MemberSpan[],
    buckets: Array<{ from: number; to: number }>,
  ): Promise<AddedParts[]>;
}
