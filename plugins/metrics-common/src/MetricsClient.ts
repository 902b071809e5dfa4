import { ResponseError } from '@backstage/errors';
import type { MetricDefinition } from './MetricDefinition';
import type {
  LatestAnswer,
  LatestRequest,
  MetricPublisherApi,
  MetricsAnswer,
  MetricsApi,
  MetricsBatchApi,
  MetricsQuestion,
  MetricsRequestOptions,
  PublishRequest,
  PublishResult,
  RegisteredMetric,
  RollupAnswer,
  RollupRequest,
  SeriesAnswer,
  SeriesRequest,
  TrendAnswer,
  TrendRequest,
} from './MetricsApi';

/** What the backend takes in one request. */
const valuesPerRequest = 5000;

/** @public */
export type MetricsClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
};

/**
 * Asks the metric store over HTTP, in the browser and in other backends.
 *
 * @public
 */
export class MetricsClient
  implements MetricsApi, MetricsBatchApi, MetricPublisherApi
{
  readonly #discoveryApi: MetricsClientOptions['discoveryApi'];
  readonly #fetchApi: MetricsClientOptions['fetchApi'];

  constructor(options: MetricsClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async definitions(
    options?: MetricsRequestOptions,
  ): Promise<RegisteredMetric[]> {
    const answer = await this.#send('/v1/definitions', {}, options);
    return (await answer.json()).items;
  }

  async latest(
    request: LatestRequest,
    options?: MetricsRequestOptions,
  ): Promise<LatestAnswer> {
    return this.#post('/v1/query/latest', request, options);
  }

  async series(
    request: SeriesRequest,
    options?: MetricsRequestOptions,
  ): Promise<SeriesAnswer> {
    return this.#post('/v1/query/series', request, options);
  }

  async rollup(
    request: RollupRequest,
    options?: MetricsRequestOptions,
  ): Promise<RollupAnswer> {
    return this.#post('/v1/query/rollup', request, options);
  }

  async trend(
    request: TrendRequest,
    options?: MetricsRequestOptions,
  ): Promise<TrendAnswer> {
    return this.#post('/v1/query/trend', request, options);
  }

  async batch(
    questions: readonly MetricsQuestion[],
    options?: MetricsRequestOptions,
  ): Promise<MetricsAnswer[]> {
    const { answers } = await this.#post<{ answers: MetricsAnswer[] }>(
      '/v1/query/batch',
      { questions },
      options,
    );
    return answers;
  }

  async register(
    definitions: readonly MetricDefinition[],
    options?: MetricsRequestOptions,
  ): Promise<void> {
    await this.#send('/v1/definitions', put({ definitions }), options);
  }

  async publish(
    request: PublishRequest,
    options?: MetricsRequestOptions,
  ): Promise<PublishResult> {
    const { day, values } = request;
    const total: PublishResult = { reported: 0, changed: 0 };
    for (let start = 0; start < values.length; start += valuesPerRequest) {
      const batch = {
        day,
        values: values.slice(start, start + valuesPerRequest),
      };
      const result = await this.#post<PublishResult>(
        '/v1/publish',
        batch,
        options,
      );
      total.reported += result.reported;
      total.changed += result.changed;
    }
    return total;
  }

  async #post<T>(
    path: string,
    body: object,
    options?: MetricsRequestOptions,
  ): Promise<T> {
    const request = { ...put(body), method: 'POST' };
    const response = await this.#send(path, request, options);
    return response.json();
  }

  async #send(
    path: string,
    request: RequestInit,
    options?: MetricsRequestOptions,
  ): Promise<Response> {
    const headers = new Headers(request.headers);
    if (options?.token) {
      headers.set('Authorization', `Bearer ${options.token}`);
    }
    const base = await this.#discoveryApi.getBaseUrl('metrics');
    const response = await this.#fetchApi.fetch(`${base}${path}`, {
      ...request,
      headers: Object.fromEntries(headers),
      signal: options?.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function put(body: object): RequestInit {
  return {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}
