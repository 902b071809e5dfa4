import { ResponseError } from '@backstage/errors';
import type { PriceList } from './PriceList';
import type {
  ScaffolderPortalApi,
  ScaffolderPortalRequestOptions,
} from './ScaffolderPortalApi';
import type { PreviewRequest, TemplatePreview } from './TemplatePreview';
import type {
  TemplateRunList,
  TemplateRunsRequest,
  TemplateStatisticsList,
} from './TemplateStatistics';

/** @public */
export type ScaffolderPortalClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
};

/**
 * Asks over HTTP.
 *
 * @public
 */
export class ScaffolderPortalClient implements ScaffolderPortalApi {
  readonly #discoveryApi: ScaffolderPortalClientOptions['discoveryApi'];
  readonly #fetchApi: ScaffolderPortalClientOptions['fetchApi'];

  constructor(options: ScaffolderPortalClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async prices(options?: ScaffolderPortalRequestOptions): Promise<PriceList> {
    return this.#ask('prices', options);
  }

  async preview(
    request: PreviewRequest,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<TemplatePreview> {
    return this.#ask('preview', options, request);
  }

  async templates(
    options?: ScaffolderPortalRequestOptions,
  ): Promise<TemplateStatisticsList> {
    return this.#ask('templates', options);
  }

  async runs(
    request: TemplateRunsRequest,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<TemplateRunList> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(request)) {
      if (value !== undefined) {
        query.set(name, String(value));
      }
    }
    return this.#ask(`runs?${query}`, options);
  }

  async #ask<T>(
    path: string,
    options: ScaffolderPortalRequestOptions | undefined,
    body?: object,
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('scaffolder-portal');
    const response = await this.#fetchApi.fetch(`${baseUrl}/v1/${path}`, {
      signal: options?.signal,
      headers: {
        ...(options?.token && { Authorization: `Bearer ${options.token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
