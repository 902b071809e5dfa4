import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  DeploymentPage,
  DoraMetricDefinitions,
  EntityMetrics,
  EntitySources,
  EntityTrend,
  TrendInterval,
} from './api';
import type { TierEditionYear } from './tiers';

/**
 * Which entity, and which stretch of time; the last 90 days where none is given.
 *
 * @public
 */
export type DoraEntityPeriod = {
  entityRef: CompoundEntityRef;
  /** ISO 8601 instant or date, included. */
  from?: string;
  /** ISO 8601 instant or date, excluded. */
  to?: string;
};

/** @public */
export type DoraRequestOptions = { token?: string; signal?: AbortSignal };

/**
 * What the delivery metrics backend answers.
 *
 * @public
 */
export interface DoraApi {
  /** Tiers are from the edition asked for; from the default one where none is. */
  getMetrics(
    request: DoraEntityPeriod & { edition?: TierEditionYear },
    options?: DoraRequestOptions,
  ): Promise<EntityMetrics>;

  getTrend(
    request: DoraEntityPeriod & { interval?: TrendInterval },
    options?: DoraRequestOptions,
  ): Promise<EntityTrend>;

  /** Newest first; pass `nextCursor` of a page to get the one after it. */
  getDeployments(
    request: DoraEntityPeriod & { cursor?: string; limit?: number },
    options?: DoraRequestOptions,
  ): Promise<DeploymentPage>;

  getSources(
    request: { entityRef: CompoundEntityRef },
    options?: DoraRequestOptions,
  ): Promise<EntitySources>;

  getDefinitions(options?: DoraRequestOptions): Promise<DoraMetricDefinitions>;
}
