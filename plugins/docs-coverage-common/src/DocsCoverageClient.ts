import { ResponseError } from '@backstage/errors';
import type {
  DocsCoverageApi,
  DocsCoverageRequestOptions,
} from './DocsCoverageApi';

/** @public */
export type DocsCoverageClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
};

/**
 * Asks the documentation hub over HTTP, in the browser and in other backends.
 *
 * @public
 */
export class DocsCoverageClient implements DocsCoverageApi {
  readonly #discoveryApi: DocsCoverageClientOptions['discoveryApi'];
  readonly #fetchApi: DocsCoverageClientOptions['fetchApi'];

  constructor(options: DocsCoverageClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  readonly getOverview: DocsCoverageApi['getOverview'] = (request, options) =>
    this.#get('/v1/overview', request, options);

  readonly getGroups: DocsCoverageApi['getGroups'] = (request, options) =>
    this.#get('/v1/groups', request, options);

  readonly getEntities: DocsCoverageApi['getEntities'] = (request, options) =>
    this.#get('/v1/entities', request, options);

  readonly getBrokenLinks: DocsCoverageApi['getBrokenLinks'] = (
    request,
    options,
  ) => this.#get('/v1/broken-links', request, options);

  readonly getStaleSites: DocsCoverageApi['getStaleSites'] = (
    request,
    options,
  ) => this.#get('/v1/stale-sites', request, options);

  readonly getUsage: DocsCoverageApi['getUsage'] = (request, options) =>
    this.#get('/v1/usage', request, options);

  readonly recordUsage: DocsCoverageApi['recordUsage'] = async (
    events,
    options,
  ) => {
    await this.#fetch('/v1/reads', {
      method: 'POST',
      body: JSON.stringify(events),
      headers: { 'Content-Type': 'application/json', ...headersOf(options) },
      // It is told when a page is left, too.
      keepalive: true,
      signal: options?.signal,
    });
  };

  async #get<T>(
    path: string,
    request: Record<string, string | number | undefined>,
    options?: DocsCoverageRequestOptions,
  ): Promise<T> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(request)) {
      if (value !== undefined) {
        query.set(name, String(value));
      }
    }
    const response = await this.#fetch(`${path}?${query}`, {
      signal: options?.signal,
      headers: headersOf(options),
    });
    return response.json();
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('docs-coverage');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function headersOf(
  options?: DocsCoverageRequestOptions,
): Record<string, string> {
  return options?.token ? { Authorization: `Bearer ${options.token}` } : {};
}
