import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { createPermission } from '@backstage/plugin-permission-common';
import type { PermissionAccess } from '@portal/backend-access';
import type {
  MetricDefinition,
  MetricWindow,
} from '@portal/plugin-metrics-common';
import { MetricNotAllowedError } from './MetricNotAllowedError';
import type { MetricStore, StoredMetric } from './MetricStore';

/** A dimension that was never reported: no row has it. */
const noDimension = -1;

/** Finds what a question names, as far as the caller may read it: its metrics, its dimension, and the last day that was reported. */
export class MetricLookup {
  readonly #permissions: PermissionAccess;
  readonly #store: MetricStore;

  private constructor(options: MetricLookupOptions) {
    this.#permissions = options.permissionAccess;
    this.#store = options.store;
  }

  static create(options: MetricLookupOptions): MetricLookup {
    return new MetricLookup(options);
  }

  /**
   * In the order of the names. Fails with NotFoundError for one that nobody registered, and with NotAllowedError for one
   * whose own permission the caller does not have. Whatever reads values gets its metrics here.
   */
  async metrics(
    credentials: BackstageCredentials,
    names: string[],
  ): Promise<StoredMetric[]> {
    const found = await this.#store.metrics(names);
    const metrics = names.map(name => {
      const metric = found.get(name);
      if (!metric) {
        throw new NotFoundError(
          `There is no metric "${name}"; see the definitions for those that there are`,
        );
      }
      return metric;
    });
    for (const { definition } of metrics) {
      await this.#requireRead(credentials, definition);
    }
    return metrics;
  }

  async #requireRead(
    credentials: BackstageCredentials,
    { id, readPermission }: MetricDefinition,
  ): Promise<void> {
    if (readPermission === undefined) {
      return;
    }
    const permission = createPermission({
      name: readPermission,
      attributes: { action: 'read' },
    });
    if (!(await this.#permissions.may(credentials, permission))) {
      throw new MetricNotAllowedError({
        metricId: id,
        permission: readPermission,
      });
    }
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

/** What {@link MetricLookup} asks. */
export type MetricLookupOptions = {
  permissionAccess: PermissionAccess;
  store: MetricStore;
};
