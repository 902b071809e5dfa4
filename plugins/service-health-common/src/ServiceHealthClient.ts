import { ResponseError } from '@backstage/errors';
import type { CheckStates, HealthHistory, MaintenanceWindow } from './api';
import type {
  CheckStatesRequest,
  ServiceHealthApi,
  ServiceHealthRequestOptions,
} from './ServiceHealthApi';

/** @public */
export type ServiceHealthClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
};

/**
 * Asks for the health of services over HTTP.
 *
 * @public
 */
export class ServiceHealthClient implements ServiceHealthApi {
  readonly #discoveryApi: ServiceHealthClientOptions['discoveryApi'];
  readonly #fetchApi: ServiceHealthClientOptions['fetchApi'];

  constructor(options: ServiceHealthClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async getStates(
    request: CheckStatesRequest,
    options?: ServiceHealthRequestOptions,
  ): Promise<CheckStates> {
    const query = new URLSearchParams();
    request.entityRefs?.forEach(ref => query.append('entityRef', ref));
    request.environments?.forEach(name => query.append('environment', name));
    if (request.limit !== undefined) {
      query.set('limit', String(request.limit));
    }
    return this.#send('GET', `/v1/states?${query}`, undefined, options);
  }

  async getHistory(
    request: { entityRef: string; days?: number },
    options?: ServiceHealthRequestOptions,
  ): Promise<HealthHistory> {
    const query = new URLSearchParams({ entityRef: request.entityRef });
    if (request.days !== undefined) {
      query.set('days', String(request.days));
    }
    return this.#send('GET', `/v1/history?${query}`, undefined, options);
  }

  async startMaintenance(
    request: Omit<MaintenanceWindow, 'id' | 'createdBy'>,
    options?: ServiceHealthRequestOptions,
  ): Promise<MaintenanceWindow> {
    return this.#send('POST', '/v1/maintenance', request, options);
  }

  async endMaintenance(
    request: { id: string },
    options?: ServiceHealthRequestOptions,
  ): Promise<void> {
    const path = `/v1/maintenance/${encodeURIComponent(request.id)}`;
    await this.#send('DELETE', path, undefined, options);
  }

  async #send<T>(
    method: string,
    path: string,
    body: object | undefined,
    options?: ServiceHealthRequestOptions,
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('service-health');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      method,
      signal: options?.signal,
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...(options?.token && { Authorization: `Bearer ${options.token}` }),
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.status === 204 ? (undefined as T) : response.json();
  }
}
