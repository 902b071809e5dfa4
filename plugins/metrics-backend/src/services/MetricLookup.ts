import { NotFoundError } from '@backstage/errors';
import type { MetricWindow } from '@portal/plugin-metrics-common';
import type { MetricStore, StoredMetric } from './MetricStore';

/** A dimension that was never reported: no row has it. */
const noDimension = -1;

/** Finds what a question names: its metrics, its dimension, and the last day that was reported. */
export class MetricLookup {
  readonly #store: MetricStore;

  private constructor(options: { store: MetricStore }) {
    this.#store = options.store;
  }

  static create(options: { store: MetricStore }): MetricLookup {
    return new MetricLookup(options);
  }

  /** In the order of the names. Fails with NotFoundError for one that nobody registered. */
  async metrics(names: string[]): Promise<StoredMetric[]> {
    const found = await this.#store.metrics(names);
    return names.map(name => {
      const metric = found.get(name);
      if (!metric) {
        throw new NotFoundError(
          `There is no metric "${name}"; see the definitions for those that there are`,
        );
      }
      return metric;
    });
  }

  async dimensionId(request: { dimension?: string }): Promise<number> {
    const id = await this.#store.dimensionId(request.dimension ?? '');
    return id ?? noDimension;
  }

  /** The last day up to `until` for which parts or the window were reported of any entity, for each metric that has one. */
  async lastDays(options: {
    metrics: StoredMetric[];
    dimensionId: number;
    window: MetricWindow;
    until: number;
  }): Promise<Map<number, number>> {
    const { dimensionId, metrics, until, window } = options;
    const ids = metrics.map(({ id }) => id);
    return this.#store.lastDays(ids, dimensionId, [1, window], until);
  }
}
