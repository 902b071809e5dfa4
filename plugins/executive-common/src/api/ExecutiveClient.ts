import { ResponseError } from '@backstage/errors';
import type { ExecutiveApi, ExecutiveRequestOptions } from './ExecutiveApi';

/** @public */
export type ExecutiveClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
};

type Sent = {
  query?: Record<string, unknown>;
  method?: 'POST' | 'PUT' | 'DELETE';
  json?: unknown;
};

/**
 * Reads the executive backend over HTTP, in the browser and in other backends.
 *
 * @public
 */
export class ExecutiveClient implements ExecutiveApi {
  readonly #discoveryApi: ExecutiveClientOptions['discoveryApi'];
  readonly #fetchApi: ExecutiveClientOptions['fetchApi'];

  constructor(options: ExecutiveClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  readonly getNodes: ExecutiveApi['getNodes'] = (query, options) =>
    this.#json('/v1/nodes', { query }, options);

  readonly getPortfolio: ExecutiveApi['getPortfolio'] = (query, options) =>
    this.#json('/v1/portfolio', { query }, options);

  readonly getNodeFigures: ExecutiveApi['getNodeFigures'] = (query, options) =>
    this.#json('/v1/node', { query }, options);

  readonly getServices: ExecutiveApi['getServices'] = (query, options) =>
    this.#json('/v1/services', { query }, options);

  readonly getProductivity: ExecutiveApi['getProductivity'] = (
    query,
    options,
  ) => this.#json('/v1/productivity', { query }, options);

  readonly getQuestions: ExecutiveApi['getQuestions'] = (query, options) =>
    this.#json('/v1/questions', { query }, options);

  readonly getSuccess: ExecutiveApi['getSuccess'] = (query, options) =>
    this.#json('/v1/success', { query }, options);

  readonly getInvestment: ExecutiveApi['getInvestment'] = (query, options) =>
    this.#json('/v1/investment', { query }, options);

  readonly createInitiative: ExecutiveApi['createInitiative'] = (
    json,
    options,
  ) => this.#json('/v1/initiatives', { method: 'POST', json }, options);

  readonly changeInitiative: ExecutiveApi['changeInitiative'] = (
    json,
    options,
  ) =>
    this.#json(
      `/v1/initiatives/${encodeURIComponent(json.id)}`,
      { method: 'PUT', json },
      options,
    );

  readonly addNote: ExecutiveApi['addNote'] = ({ id, ...json }, options) =>
    this.#json(
      `/v1/initiatives/${encodeURIComponent(id)}/notes`,
      { method: 'POST', json },
      options,
    );

  readonly getExemptions: ExecutiveApi['getExemptions'] = options =>
    this.#json('/v1/exemptions', {}, options);

  readonly createExemption: ExecutiveApi['createExemption'] = (json, options) =>
    this.#json('/v1/exemptions', { method: 'POST', json }, options);

  readonly getGoals: ExecutiveApi['getGoals'] = (query, options) =>
    this.#json('/v1/goals', { query }, options);

  readonly createGoal: ExecutiveApi['createGoal'] = (json, options) =>
    this.#json('/v1/goals', { method: 'POST', json }, options);

  readonly changeGoal: ExecutiveApi['changeGoal'] = (json, options) =>
    this.#json(
      `/v1/goals/${encodeURIComponent(json.id)}`,
      { method: 'PUT', json },
      options,
    );

  readonly getDebt: ExecutiveApi['getDebt'] = (query, options) =>
    this.#json('/v1/debt', { query }, options);

  readonly getEndOfLife: ExecutiveApi['getEndOfLife'] = (query, options) =>
    this.#json('/v1/end-of-life', { query }, options);

  readonly createDebt: ExecutiveApi['createDebt'] = (json, options) =>
    this.#json('/v1/debt-items', { method: 'POST', json }, options);

  readonly changeDebt: ExecutiveApi['changeDebt'] = (
    { id, ...json },
    options,
  ) =>
    this.#json(
      `/v1/debt-items/${encodeURIComponent(id)}`,
      { method: 'PUT', json },
      options,
    );

  readonly getReturns: ExecutiveApi['getReturns'] = (query, options) =>
    this.#json('/v1/returns', { query }, options);

  readonly declareValue: ExecutiveApi['declareValue'] = (
    { entityRef, value },
    options,
  ) =>
    this.#json(
      `/v1/returns/${pathOf(entityRef)}/value`,
      { method: 'PUT', json: { value } },
      options,
    );

  readonly decide: ExecutiveApi['decide'] = ({ entityRef, ...json }, options) =>
    this.#json(
      `/v1/returns/${pathOf(entityRef)}/decisions`,
      { method: 'POST', json },
      options,
    );

  readonly getPeopleRates: ExecutiveApi['getPeopleRates'] = options =>
    this.#json('/v1/people-rates', {}, options);

  readonly setPeopleRate: ExecutiveApi['setPeopleRate'] = (json, options) =>
    this.#json('/v1/people-rates', { method: 'PUT', json }, options);

  readonly removeOwned: ExecutiveApi['removeOwned'] = (
    { kind, id, revision },
    options,
  ) =>
    this.#json(
      `/v1/${kind}/${encodeURIComponent(id)}`,
      { method: 'DELETE', query: { revision } },
      options,
    );

  readonly getOwnedHistory: ExecutiveApi['getOwnedHistory'] = (
    { kind, id },
    options,
  ) => this.#json(`/v1/${kind}/${encodeURIComponent(id)}/history`, {}, options);

  readonly getArchive: ExecutiveApi['getArchive'] = options =>
    this.#json('/v1/archive', {}, options);

  readonly getPacks: ExecutiveApi['getPacks'] = options =>
    this.#json('/v1/packs', {}, options);

  readonly savePack: ExecutiveApi['savePack'] = ({ id, ...json }, options) =>
    this.#json(
      `/v1/packs/${encodeURIComponent(id)}`,
      { method: 'PUT', json },
      options,
    );

  readonly removePack: ExecutiveApi['removePack'] = (
    { id, revision },
    options,
  ) =>
    this.#json(
      `/v1/packs/${encodeURIComponent(id)}`,
      { method: 'DELETE', query: { revision } },
      options,
    );

  readonly runPack: ExecutiveApi['runPack'] = ({ id }, options) =>
    this.#json(
      `/v1/packs/${encodeURIComponent(id)}/runs`,
      { method: 'POST', json: {} },
      options,
    );

  readonly getFormulas: ExecutiveApi['getFormulas'] = options =>
    this.#json('/v1/formula', {}, options);

  readonly changeFormula: ExecutiveApi['changeFormula'] = (json, options) =>
    this.#json('/v1/formula', { method: 'PUT', json }, options);

  readonly lockBaseline: ExecutiveApi['lockBaseline'] = (json, options) =>
    this.#json('/v1/success/baseline', { method: 'PUT', json }, options);

  readonly createLink: ExecutiveApi['createLink'] = (json, options) =>
    this.#json('/v1/links', { method: 'POST', json }, options);

  readonly getReport: ExecutiveApi['getReport'] = async (
    { page, format, query },
    options,
  ) =>
    (
      await this.#send(`/v1/reports/${page}.${format}`, { query }, options)
    ).blob();

  readonly getArchived: ExecutiveApi['getArchived'] = ({ id }, options) =>
    this.#json(`/v1/archive/${encodeURIComponent(id)}`, {}, options);

  readonly getArchivedFile: ExecutiveApi['getArchivedFile'] = async (
    { id, format },
    options,
  ) =>
    (
      await this.#send(
        `/v1/archive/${encodeURIComponent(id)}.${format}`,
        {},
        options,
      )
    ).blob();

  async #json<T>(
    path: string,
    sent: Sent,
    options?: ExecutiveRequestOptions,
  ): Promise<T> {
    const response = await this.#send(path, sent, options);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  async #send(
    path: string,
    { query, method, json }: Sent,
    options?: ExecutiveRequestOptions,
  ): Promise<Response> {
    const url = new URL(
      `${await this.#discoveryApi.getBaseUrl('executive')}${path}`,
    );
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined) {
        url.searchParams.set(name, String(value));
      }
    }
    const response = await this.#fetchApi.fetch(url.href, {
      method: method ?? 'GET',
      signal: options?.signal,
      headers: {
        ...(options?.token && { Authorization: `Bearer ${options.token}` }),
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

/** `component:default/shop` as `component/default/shop`. */
function pathOf(entityRef: string): string {
  return entityRef.split(/[:/]/).map(encodeURIComponent).join('/');
}
