import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type {
  SecurityScoreApi,
  SecurityRequestOptions,
} from './SecurityScoreApi';

/** @public */
export type SecurityScoreClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
};

type Answer<TMethod extends keyof SecurityScoreApi> = Awaited<
  ReturnType<SecurityScoreApi[TMethod]>
>;
type Query = Record<string, unknown>;
type Sent = {
  query?: Query;
  method?: 'POST' | 'PUT' | 'DELETE';
  json?: unknown;
  file?: Blob;
};

/**
 * Reads the security backend over HTTP, in the browser and in other backends.
 *
 * @public
 */
export class SecurityScoreClient implements SecurityScoreApi {
  readonly #discoveryApi: SecurityScoreClientOptions['discoveryApi'];
  readonly #fetchApi: SecurityScoreClientOptions['fetchApi'];

  constructor(options: SecurityScoreClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  readonly getScores: SecurityScoreApi['getScores'] = (query, options) =>
    this.#json('/v1/scores', { query }, options);

  readonly getScore: SecurityScoreApi['getScore'] = (request, options) =>
    this.#json(`${pathOf(request.entityRef)}/score`, {}, options);

  readonly getScoreHistory: SecurityScoreApi['getScoreHistory'] = (
    { entityRef, ...query },
    options,
  ) => this.#json(`${pathOf(entityRef)}/score/history`, { query }, options);

  readonly getUpgrades: SecurityScoreApi['getUpgrades'] = (request, options) =>
    this.#json(`${pathOf(request.entityRef)}/upgrades`, {}, options);

  readonly getSecrets: SecurityScoreApi['getSecrets'] = (request, options) =>
    this.#json(`${pathOf(request.entityRef)}/secrets`, {}, options);

  readonly getFormula: SecurityScoreApi['getFormula'] = options =>
    this.#json('/v1/formula', {}, options);

  readonly getFindings: SecurityScoreApi['getFindings'] = (query, options) =>
    this.#json('/v1/findings', { query }, options);

  readonly getFinding: SecurityScoreApi['getFinding'] = ({ id }, options) =>
    this.#json(`/v1/findings/${encodeURIComponent(id)}`, {}, options);

  readonly getStatistics: SecurityScoreApi['getStatistics'] = (
    query,
    options,
  ) => this.#json('/v1/statistics', { query }, options);

  readonly triageFindings: SecurityScoreApi['triageFindings'] = (
    json,
    options,
  ) => this.#json('/v1/findings/triage', { method: 'POST', json }, options);

  readonly getExceptions: SecurityScoreApi['getExceptions'] = (
    query,
    options,
  ) => this.#json('/v1/exceptions', { query }, options);

  readonly proposeException: SecurityScoreApi['proposeException'] = (
    json,
    options,
  ) => this.#json('/v1/exceptions', { method: 'POST', json }, options);

  readonly decideException: SecurityScoreApi['decideException'] = (
    { id, ...json },
    options,
  ) =>
    this.#json(
      `/v1/exceptions/${encodeURIComponent(id)}/decision`,
      { method: 'POST', json },
      options,
    );

  readonly getAffected: SecurityScoreApi['getAffected'] = (query, options) =>
    this.#json('/v1/affected', { query }, options);

  readonly getLicences: SecurityScoreApi['getLicences'] = (query, options) =>
    this.#json('/v1/licences', { query }, options);

  readonly getLicenceComponents: SecurityScoreApi['getLicenceComponents'] = (
    query,
    options,
  ) => this.#json('/v1/licences/components', { query }, options);

  readonly getReports: SecurityScoreApi['getReports'] = (query, options) =>
    this.#json('/v1/reports', { query }, options);

  readonly getRejections: SecurityScoreApi['getRejections'] = (
    { id, ...query },
    options,
  ) =>
    this.#json(
      `/v1/reports/${encodeURIComponent(id)}/rejections`,
      { query },
      options,
    );

  readonly getPulledSources: SecurityScoreApi['getPulledSources'] = (
    query,
    options,
  ) => this.#json('/v1/pulled-sources', { query }, options);

  readonly getScans: SecurityScoreApi['getScans'] = (query, options) =>
    this.#json('/v1/scans', { query }, options);

  readonly sendReport: SecurityScoreApi['sendReport'] = (
    { file, ...query },
    options,
  ) => this.#json('/v1/reports', { method: 'POST', query, file }, options);

  readonly getExport: SecurityScoreApi['getExport'] = async (
    { entityRef, ...query },
    options,
  ) => {
    const response = await this.#send(
      `${pathOf(entityRef)}/export`,
      { query },
      options,
    );
    return response.blob();
  };

  readonly getViews: SecurityScoreApi['getViews'] = options =>
    this.#json('/v1/views', {}, options);

  readonly saveView: SecurityScoreApi['saveView'] = (
    { name, ...json },
    options,
  ) =>
    this.#json(
      `/v1/views/${encodeURIComponent(name)}`,
      { method: 'PUT', json },
      options,
    );

  readonly deleteView: SecurityScoreApi['deleteView'] = async (
    { id },
    options,
  ) => {
    await this.#send(
      `/v1/views/${encodeURIComponent(id)}`,
      { method: 'DELETE' },
      options,
    );
  };

  async #json<T extends Answer<keyof SecurityScoreApi>>(
    path: string,
    sent: Sent,
    options?: SecurityRequestOptions,
  ): Promise<T> {
    const response = await this.#send(path, sent, options);
    return response.json();
  }

  async #send(
    path: string,
    { query, method, json, file }: Sent,
    options?: SecurityRequestOptions,
  ): Promise<Response> {
    const base = await this.#discoveryApi.getBaseUrl('security-score');
    const headers: Record<string, string> = {};
    if (options?.token) {
      headers.authorization = `Bearer ${options.token}`;
    }
    if (json !== undefined) {
      headers['content-type'] = 'application/json';
    }
    if (file) {
      headers['content-type'] = 'application/octet-stream';
    }
    const response = await this.#fetchApi.fetch(
      `${base}${path}${queryOf(query)}`,
      {
        method: method ?? 'GET',
        headers,
        signal: options?.signal,
        body: file ?? (json === undefined ? undefined : JSON.stringify(json)),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function pathOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/v1/entities/${[kind, namespace, name]
    .map(part => encodeURIComponent(part))
    .join('/')}`;
}

function queryOf(query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      parameters.set(
        key,
        Array.isArray(value) ? value.join(',') : String(value),
      );
    }
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
