import type { MetricWindow } from '@portal/plugin-metrics-common';
import type {
  MetricDefinition,
  MetricValue,
} from '@portal/plugin-metrics-common';
import { reportableDays, type Bucket } from './buckets';
import type { Freshness } from './Freshness';
import type {
  AskedDay,
  MetricKey,
  MetricStore,
  StoredMetric,
} from './MetricStore';
import { neverReported, notReported, ofParts, ofWindow } from './toMetricValue';

/** Reads the values of one metric for many entities. `ids` has an entity without a number as undefined. */
export class EntityReader {
  readonly #freshness: Freshness;
  readonly #store: MetricStore;

  private constructor(options: { freshness: Freshness; store: MetricStore }) {
    this.#freshness = options.freshness;
    this.#store = options.store;
  }

  static create(options: {
    freshness: Freshness;
    store: MetricStore;
  }): EntityReader {
    return new EntityReader(options);
  }

  /**
   * The values of the window that ends with a day: as they were published, else, where days add, added up.
   */
  async latest(options: {
    metric: StoredMetric;
    dimensionId: number;
    asked: AskedDay;
    window: MetricWindow;
    ids: Array<number | undefined>;
  }): Promise<MetricValue[]> {
    const { asked, dimensionId, ids, metric, window } = options;
    const { definition } = metric;
    const key = { metricId: metric.id, dimensionId };
    const values = new Map<number, MetricValue>();
    const known = ids.filter(id => id !== undefined);
    for (const stored of await this.#store.valuesAt(
      key,
      window,
      [asked],
      known,
    )) {
      values.set(stored.entityId, ofWindow(definition, stored));
    }
    const rest = known.filter(id => !values.has(id));
    if (rest.length && definition.aggregation !== 'distribution') {
      await this.#addParts({ ...options, definition, key, rest, values });
    }
    const never = neverReported(definition);
    return ids.map(id => (id === undefined ? never : values.get(id) ?? never));
  }

  /**
   * One list of values, a bucket each, for each of the entities. `lastDay` is the last one for which any entity was
   * reported.
   */
  async series(options: {
    metric: StoredMetric;
    lastDay?: number;
    dimensionId: number;
    buckets: Bucket[];
    window: MetricWindow;
    ids: Array<number | undefined>;
  }): Promise<MetricValue[][]> {
    const { buckets, ids, metric } = options;
    const { definition } = metric;
    const known = ids.filter(id => id !== undefined);
    const adds =
      definition.aggregation !== 'distribution' &&
      definition.overTime !== 'last';
    const found = adds
      ? await this.#addedSeries({ ...options, known })
      : await this.#statesOf({ ...options, known });
    const nothing = notReported(definition);
    return ids.map(id => {
      const ofEntity = id === undefined ? undefined : found.get(id);
      return buckets.map((_, place) => ofEntity?.get(place) ?? nothing);
    });
  }

  async #addParts(options: {
    definition: MetricDefinition;
    key: MetricKey;
    asked: AskedDay;
    window: MetricWindow;
    rest: number[];
    values: Map<number, MetricValue>;
  }): Promise<void> {
    const { asked, definition, key, rest, values, window } = options;
    const reported = await this.#store.valuesAt(key, 1, [asked], rest);
    const isLast = definition.overTime === 'last';
    for (const { entityId, lastDay, parts } of reported) {
      values.set(
        entityId,
        isLast
          ? ofParts(definition, parts, window, lastDay)
          : notReported(definition, lastDay),
      );
    }
    if (isLast || !reported.length) {
      return;
    }
    const lastDays = new Map(
      reported.map(({ entityId, lastDay }) => [entityId, lastDay]),
    );
    const added = await this.#store.added(
      key,
      reported.map(({ entityId }) => always(entityId)),
      [{ from: asked.day - window + 1, to: asked.day + 1 }],
    );
    for (const { group, parts } of added) {
      const lastDay = lastDays.get(group);
      values.set(group, ofParts(definition, parts, window, lastDay));
    }
  }

  async #addedSeries(options: {
    metric: StoredMetric;
    lastDay?: number;
    dimensionId: number;
    buckets: Bucket[];
    known: number[];
  }): Promise<Map<number, Map<number, MetricValue>>> {
    const { buckets, dimensionId, known, lastDay = 0, metric } = options;
    const key = { metricId: metric.id, dimensionId };
    const found = new Map<number, Map<number, MetricValue>>();
    for (const { group, bucket, parts } of await this.#store.added(
      key,
      known.map(always),
      buckets,
    )) {
      const days = reportableDays(buckets[bucket], lastDay);
      const value = ofParts(metric.definition, parts, days);
      put(found, group, bucket, value);
    }
    return found;
  }

  async #statesOf(options: {
    metric: StoredMetric;
    dimensionId: number;
    buckets: Bucket[];
    window: MetricWindow;
    known: number[];
  }): Promise<Map<number, Map<number, MetricValue>>> {
    const { buckets, dimensionId, known, metric, window } = options;
    const { definition } = metric;
    const key = { metricId: metric.id, dimensionId };
    const today = this.#freshness.today();
    const begun = buckets.filter(({ from }) => from <= today + 1);
    const asked = begun.map(({ to }) => ({
      day: to - 1,
      freshFrom: this.#freshness.freshFromThen(definition, to - 1),
    }));
    const isDistribution = definition.aggregation === 'distribution';
    const stored = await this.#store.valuesAt(
      key,
      isDistribution ? window : 1,
      asked,
      known,
    );
    const found = new Map<number, Map<number, MetricValue>>();
    for (const value of stored) {
      put(
        found,
        value.entityId,
        value.place,
        isDistribution
          ? ofWindow(definition, value)
          : ofParts(definition, value.parts, 1, value.lastDay),
      );
    }
    return found;
  }
}

function always(entityId: number) {
  return { group: entityId, entityId, from: -Infinity, to: Infinity };
}

function put(
  found: Map<number, Map<number, MetricValue>>,
  entityId: number,
  bucket: number,
  value: MetricValue,
): void {
  const ofEntity = found.get(entityId) ?? new Map<number, MetricValue>();
  found.set(entityId, ofEntity.set(bucket, value));
}
