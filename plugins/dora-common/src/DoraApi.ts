import type { CompoundEntityRef } from '@backstage/catalog-model';
import type {
  DeploymentPage,
  DoraMetricDefinitions,
  DoraMetricId,
  EntityMetrics,
  EntitySources,
  EntityTrend,
  TrendInterval,
} from './api';
import type { EnvironmentMatrix, MatrixRequest } from './environments';
import type { DeploymentDetail, EntityExplanation } from './evidence';
import type {
  DeliveryOverview,
  OverviewScope,
  OverviewTrend,
  ServiceOrder,
  ServicePage,
} from './overview';
import type { TierEditionYear } from './tiers';
import type { UnattributedPage } from './triage';

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
  /** Name of one production environment. Default: all of them together. */
  environment?: string;
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

  /** A deployment with its changes, and why it counts as failed. `id` is that of a {@link Deployment}. */
  getDeployment(
    request: { entityRef: CompoundEntityRef; id: string },
    options?: DoraRequestOptions,
  ): Promise<DeploymentDetail>;

  /** What each figure of a period rests on, and what was left out. */
  getExplanation(
    request: DoraEntityPeriod,
    options?: DoraRequestOptions,
  ): Promise<EntityExplanation>;

  /** The incidents and rollbacks of a period that are charged to no deployment, page by page, the newest first. */
  getEntityUnattributed(
    request: Omit<DoraEntityPeriod, 'environment'> & {
      cursor?: string;
      limit?: number;
    },
    options?: DoraRequestOptions,
  ): Promise<UnattributedPage>;

  /** The services of a scope over a window, compared with the one before or the one a year earlier. */
  getOverview(
    request: OverviewScope,
    options?: DoraRequestOptions,
  ): Promise<DeliveryOverview>;

  /** The services of a scope with their figures, page by page. */
  getOverviewServices(
    request: OverviewScope & {
      metric?: DoraMetricId;
      order?: ServiceOrder;
      cursor?: string;
      limit?: number;
    },
    options?: DoraRequestOptions,
  ): Promise<ServicePage>;

  /** What adds up over the services of a scope, point by point. */
  getOverviewTrend(
    request: OverviewScope & { interval?: TrendInterval },
    options?: DoraRequestOptions,
  ): Promise<OverviewTrend>;

  /** What runs of the services of a scope in which environment, page by page. */
  getEnvironmentMatrix(
    request: MatrixRequest,
    options?: DoraRequestOptions,
  ): Promise<EnvironmentMatrix>;

  getSources(
    request: { entityRef: CompoundEntityRef },
    options?: DoraRequestOptions,
  ): Promise<EntitySources>;

  getDefinitions(options?: DoraRequestOptions): Promise<DoraMetricDefinitions>;
}
