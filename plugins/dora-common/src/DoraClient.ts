import type { CompoundEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
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
import type { DoraApi, DoraEntityPeriod, DoraRequestOptions } from './DoraApi';
import type {
  DoraTriageApi,
  RejectedParts,
  UnattributedPage,
  UnknownEnvironments,
  UnmatchedPage,
} from './triage';

/** @public */
export type DoraClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
};

/**
 * Reads the delivery metrics backend over HTTP, in the browser and in other backends.
 *
 * @public
 */
export class DoraClient implements DoraApi, DoraTriageApi {
  readonly #discoveryApi: DoraClientOptions['discoveryApi'];
  readonly #fetchApi: DoraClientOptions['fetchApi'];

  constructor(options: DoraClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async getMetrics(
    request: DoraEntityPeriod & { edition?: TierEditionYear },
    options?: DoraRequestOptions,
  ): Promise<EntityMetrics> {
    const { entityRef, ...query } = request;
    return this.#get(entityPath(entityRef, 'metrics'), query, options);
  }

  async getTrend(
    request: DoraEntityPeriod & { interval?: TrendInterval },
    options?: DoraRequestOptions,
  ): Promise<EntityTrend> {
    const { entityRef, ...query } = request;
    return this.#get(entityPath(entityRef, 'trend'), query, options);
  }

  async getDeployments(
    request: DoraEntityPeriod & { cursor?: string; limit?: number },
    options?: DoraRequestOptions,
  ): Promise<DeploymentPage> {
    const { entityRef, ...query } = request;
    return this.#get(entityPath(entityRef, 'deployments'), query, options);
  }

  async getDeployment(
    request: { entityRef: CompoundEntityRef; id: string },
    options?: DoraRequestOptions,
  ): Promise<DeploymentDetail> {
    const { entityRef, id } = request;
    const path = entityPath(entityRef, 'deployments');
    return this.#get(`${path}/${encodeURIComponent(id)}`, {}, options);
  }

  async getExplanation(
    request: DoraEntityPeriod,
    options?: DoraRequestOptions,
  ): Promise<EntityExplanation> {
    const { entityRef, ...query } = request;
    return this.#get(entityPath(entityRef, 'explanation'), query, options);
  }

  async getEntityUnattributed(
    request: Omit<DoraEntityPeriod, 'environment'> & {
      cursor?: string;
      limit?: number;
    },
    options?: DoraRequestOptions,
  ): Promise<UnattributedPage> {
    const { entityRef, ...query } = request;
    return this.#get(entityPath(entityRef, 'unattributed'), query, options);
  }

  async getOverview(
    request: OverviewScope,
    options?: DoraRequestOptions,
  ): Promise<DeliveryOverview> {
    return this.#get('/v1/overview', request, options);
  }

  async getOverviewServices(
    request: OverviewScope & {
      metric?: DoraMetricId;
      order?: ServiceOrder;
      cursor?: string;
      limit?: number;
    },
    options?: DoraRequestOptions,
  ): Promise<ServicePage> {
    return this.#get('/v1/overview/services', request, options);
  }

  async getOverviewTrend(
    request: OverviewScope & { interval?: TrendInterval },
    options?: DoraRequestOptions,
  ): Promise<OverviewTrend> {
    return this.#get('/v1/overview/trend', request, options);
  }

  async getEnvironmentMatrix(
    request: MatrixRequest,
    options?: DoraRequestOptions,
  ): Promise<EnvironmentMatrix> {
    return this.#get('/v1/environments/matrix', request, options);
  }

  async getSources(
    request: { entityRef: CompoundEntityRef },
    options?: DoraRequestOptions,
  ): Promise<EntitySources> {
    return this.#get(entityPath(request.entityRef, 'sources'), {}, options);
  }

  async getDefinitions(
    options?: DoraRequestOptions,
  ): Promise<DoraMetricDefinitions> {
    return this.#get('/v1/metrics', {}, options);
  }

  async getUnmatched(
    request: { limit?: number } = {},
    options?: DoraRequestOptions,
  ): Promise<UnmatchedPage> {
    return this.#get('/v1/triage/unmatched', request, options);
  }

  async getUnknownEnvironments(
    options?: DoraRequestOptions,
  ): Promise<UnknownEnvironments> {
    return this.#get('/v1/triage/environments', {}, options);
  }

  async getUnattributed(
    request: { cursor?: string; limit?: number } = {},
    options?: DoraRequestOptions,
  ): Promise<UnattributedPage> {
    return this.#get('/v1/triage/unattributed', request, options);
  }

  async getRejections(options?: DoraRequestOptions): Promise<RejectedParts> {
    return this.#get('/v1/triage/rejections', {}, options);
  }

  async #get<T>(
    path: string,
    query: Record<string, string | number | undefined>,
    options?: DoraRequestOptions,
  ): Promise<T> {
    const url = new URL(
      `${await this.#discoveryApi.getBaseUrl('dora')}${path}`,
    );
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) {
        url.searchParams.set(name, String(value));
      }
    }
    const response = await this.#fetchApi.fetch(url.toString(), {
      signal: options?.signal,
      headers: options?.token
        ? { Authorization: `Bearer ${options.token}` }
        : undefined,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function entityPath(ref: CompoundEntityRef, what: string): string {
  const parts = [ref.kind, ref.namespace, ref.name].map(encodeURIComponent);
  return `/v1/entities/${parts.join('/')}/${what}`;
}
