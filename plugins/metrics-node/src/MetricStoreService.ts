import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  MetricPublisherApi,
  MetricsApi,
  MetricsRequestOptions,
} from '@portal/plugin-metrics-common';

/**
 * How the store is asked: as the plugin itself, or in the name of the caller whose credentials are given, who then gets
 * what the caller may see.
 *
 * @public
 */
export type MetricStoreServiceOptions = {
  credentials?: BackstageCredentials;
  signal?: AbortSignal;
};

/**
 * {@link @portal/plugin-metrics-common#MetricsApi} and {@link @portal/plugin-metrics-common#MetricPublisherApi} without
 * tokens. `register` and `publish` are always done as the plugin itself, which becomes the publisher.
 *
 * @public
 */
export interface MetricStoreService {
  definitions(
    options?: MetricStoreServiceOptions,
  ): ReturnType<MetricsApi['definitions']>;
  latest(
    request: Parameters<MetricsApi['latest']>[0],
    options?: MetricStoreServiceOptions,
  ): ReturnType<MetricsApi['latest']>;
  series(
    request: Parameters<MetricsApi['series']>[0],
    options?: MetricStoreServiceOptions,
  ): ReturnType<MetricsApi['series']>;
  rollup(
    request: Parameters<MetricsApi['rollup']>[0],
    options?: MetricStoreServiceOptions,
  ): ReturnType<MetricsApi['rollup']>;
  trend(
    request: Parameters<MetricsApi['trend']>[0],
    options?: MetricStoreServiceOptions,
  ): ReturnType<MetricsApi['trend']>;
  register(
    definitions: Parameters<MetricPublisherApi['register']>[0],
    options?: { signal?: AbortSignal },
  ): ReturnType<MetricPublisherApi['register']>;
  publish(
    request: Parameters<MetricPublisherApi['publish']>[0],
    options?: { signal?: AbortSignal },
  ): ReturnType<MetricPublisherApi['publish']>;
}

/**
 * Adds a token to every request.
 *
 * @internal
 */
export class DefaultMetricStoreService implements MetricStoreService {
  readonly #auth: AuthService;
  readonly #client: MetricsApi & MetricPublisherApi;

  private constructor(options: {
    auth: AuthService;
    client: MetricsApi & MetricPublisherApi;
  }) {
    this.#auth = options.auth;
    this.#client = options.client;
  }

  static create(options: {
    auth: AuthService;
    client: MetricsApi & MetricPublisherApi;
  }): DefaultMetricStoreService {
    return new DefaultMetricStoreService(options);
  }

  readonly definitions: MetricStoreService['definitions'] = async options =>
    this.#client.definitions(await this.#authorise(options));

  readonly latest: MetricStoreService['latest'] = async (request, options) =>
    this.#client.latest(request, await this.#authorise(options));

  readonly series: MetricStoreService['series'] = async (request, options) =>
    this.#client.series(request, await this.#authorise(options));

  readonly rollup: MetricStoreService['rollup'] = async (request, options) =>
    this.#client.rollup(request, await this.#authorise(options));

  readonly trend: MetricStoreService['trend'] = async (request, options) =>
    this.#client.trend(request, await this.#authorise(options));

  readonly register: MetricStoreService['register'] = async (
    definitions,
    options,
  ) => this.#client.register(definitions, await this.#authorise(options));

  readonly publish: MetricStoreService['publish'] = async (request, options) =>
    this.#client.publish(request, await this.#authorise(options));

  async #authorise(
    options?: MetricStoreServiceOptions,
  ): Promise<MetricsRequestOptions> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf:
        options?.credentials ?? (await this.#auth.getOwnServiceCredentials()),
      targetPluginId: 'metrics',
    });
    return { token, signal: options?.signal };
  }
}
