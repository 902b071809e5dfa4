import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { PermissionAccess } from '@portal/backend-access';
import {
  metricsValueReadPermission,
  type LatestAnswer,
  type LatestRequest,
  type RegisteredMetric,
  type RollupAnswer,
  type RollupRequest,
  type SeriesAnswer,
  type SeriesRequest,
  type TrendAnswer,
  type TrendRequest,
} from '@portal/plugin-metrics-common';
import { EntityQueries } from './EntityQueries';
import type { Freshness } from './Freshness';
import type { MetricMembers } from './MetricMembers';
import type { MetricStore } from './MetricStore';
import { ScopeQueries } from './ScopeQueries';

/** Checks who asks, and has the question answered. */
export class DefaultMetricQueries {
  readonly #entities: EntityQueries;
  readonly #permissions: PermissionAccess;
  readonly #scopes: ScopeQueries;
  readonly #store: MetricStore;

  private constructor(options: DefaultMetricQueriesOptions) {
    this.#permissions = options.permissionAccess;
    this.#entities = EntityQueries.create(options);
    this.#scopes = ScopeQueries.create(options);
    this.#store = options.store;
  }

  static create(options: DefaultMetricQueriesOptions): DefaultMetricQueries {
    return new DefaultMetricQueries(options);
  }

  /** Fails with NotAllowedError unless the caller may read figures at all. */
  async requireRead(credentials: BackstageCredentials): Promise<void> {
    await this.#permissions.require(credentials, metricsValueReadPermission);
  }

  /** Every metric, by its id, those included whose own permission the caller lacks: a definition has no values. */
  async definitions(
    credentials: BackstageCredentials,
  ): Promise<RegisteredMetric[]> {
    await this.requireRead(credentials);
    return this.#store.registered();
  }

  /** One value for each entity and metric. */
  async latest(
    credentials: BackstageCredentials,
    request: LatestRequest,
  ): Promise<LatestAnswer> {
    await this.requireRead(credentials);
    return this.#entities.latest(credentials, request);
  }

  /** Values over time of each entity and metric. */
  async series(
    credentials: BackstageCredentials,
    request: SeriesRequest,
  ): Promise<SeriesAnswer> {
    await this.requireRead(credentials);
    return this.#entities.series(credentials, request);
  }

  /** One figure or distribution for each scope and metric. */
  async rollup(
    credentials: BackstageCredentials,
    request: RollupRequest,
  ): Promise<RollupAnswer> {
    await this.requireRead(credentials);
    return this.#scopes.rollup(credentials, request);
  }

  /** Figures or distributions over time of each scope and metric. */
  async trend(
    credentials: BackstageCredentials,
    request: TrendRequest,
  ): Promise<TrendAnswer> {
    await this.requireRead(credentials);
    return this.#scopes.trend(credentials, request);
  }
}

/** What {@link DefaultMetricQueries} asks. */
export type DefaultMetricQueriesOptions = {
  freshness: Freshness;
  members: MetricMembers;
  permissionAccess: PermissionAccess;
  store: MetricStore;
};
