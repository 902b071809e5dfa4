import {
  coverageOf,
  documentationCoverageDefinition,
  type CountedEntity,
} from '@portal/plugin-docs-coverage-common';
import type { PublishedValue } from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { DocsCoverageStore } from '../database/DocsCoverageStore';

const batchSize = 500;

/** Tells the metric store, for each entity that counts, whether it is documented today. */
export class CoveragePublisher {
  readonly #metrics: Pick<MetricStoreService, 'publish' | 'register'>;
  readonly #store: DocsCoverageStore;

  private constructor(options: {
    metrics: Pick<MetricStoreService, 'publish' | 'register'>;
    store: DocsCoverageStore;
  }) {
    this.#metrics = options.metrics;
    this.#store = options.store;
  }

  static create(options: {
    metrics: Pick<MetricStoreService, 'publish' | 'register'>;
    store: DocsCoverageStore;
  }): CoveragePublisher {
    return new CoveragePublisher(options);
  }

  async publish(signal?: AbortSignal): Promise<void> {
    const day = new Date().toISOString().slice(0, 10);
    await this.#metrics.register([documentationCoverageDefinition], { signal });
    let after: string | undefined;
    do {
      const entities = await this.#store.listEntities({
        after,
        limit: batchSize,
      });
      if (entities.length > 0) {
        await this.#metrics.publish(
          { day, values: entities.map(publishedValue) },
          { signal },
        );
      }
      after = entities[entities.length - 1]?.entityRef;
    } while (after !== undefined);
  }
}

function publishedValue({ entityRef, site }: CountedEntity): PublishedValue {
  const documented = site ? 1 : 0;
  // What holds at the end of a day holds for every window that ends with it.
  const value = coverageOf({ countable: 1, documented });
  return {
    metricId: documentationCoverageDefinition.id,
    entityRef,
    parts: { numerator: documented, denominator: 1, count: 1 },
    windows: { 28: value, 90: value, 365: value },
  };
}
