import { ResponseError } from '@backstage/errors';
import type { CostAnomaly, AnomaliesAnswer } from '../anomalies/CostAnomaly';
import type { Budget, BudgetsAnswer } from '../budgets/Budget';
import type { CarbonAnswer } from '../carbon/CarbonAnswer';
import type { CostForecast } from '../forecast/CostForecast';
import type {
  CostImportPage,
  CostImportResult,
  CostRejectionPage,
  CostSource,
} from '../imports/CostImport';
import type {
  Recommendation,
  RecommendationsAnswer,
} from '../recommendations/Recommendation';
import type {
  Statement,
  StatementClosing,
  StatementMonths,
} from '../statements/Statement';
import type { UnitCost } from '../unitCosts/UnitCost';
import type { CostChangesAnswer } from '../changes/CostChanges';
import type { CostLinePage } from '../lines/CostLine';
import type { CostsAnswer } from './CostsAnswer';
import type { FinopsApi, FinopsRequestOptions } from './FinopsApi';

/** @public */
export type FinopsClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
};

type Request<TMethod extends keyof FinopsApi> = Parameters<
  FinopsApi[TMethod]
>[0];
type Query = Record<string, string | number | undefined>;
type Sent = {
  query?: Query;
  method?: 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  file?: Blob;
};

/**
 * Reads the cost backend over HTTP, in the browser and in other backends.
 *
 * @public
 */
export class FinopsClient implements FinopsApi {
  readonly #discoveryApi: FinopsClientOptions['discoveryApi'];
  readonly #fetchApi: FinopsClientOptions['fetchApi'];

  constructor(options: FinopsClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async getCosts(
    query: Request<'getCosts'>,
    options?: FinopsRequestOptions,
  ): Promise<CostsAnswer> {
    return this.#json('/v1/costs', { query }, options);
  }

  async getChanges(
    query: Request<'getChanges'>,
    options?: FinopsRequestOptions,
  ): Promise<CostChangesAnswer> {
    return this.#json('/v1/costs/changes', { query }, options);
  }

  async getCarbon(
    query: Request<'getCarbon'>,
    options?: FinopsRequestOptions,
  ): Promise<CarbonAnswer> {
    return this.#json('/v1/carbon', { query }, options);
  }

  async getLines(
    query: Request<'getLines'>,
    options?: FinopsRequestOptions,
  ): Promise<CostLinePage> {
    return this.#json('/v1/lines', { query }, options);
  }

  async getForecast(
    query: Request<'getForecast'>,
    options?: FinopsRequestOptions,
  ): Promise<CostForecast> {
    return this.#json('/v1/forecast', { query }, options);
  }

  async getSources(
    options?: FinopsRequestOptions,
  ): Promise<{ items: CostSource[] }> {
    return this.#json('/v1/sources', {}, options);
  }

  async getImports(
    query: Request<'getImports'>,
    options?: FinopsRequestOptions,
  ): Promise<CostImportPage> {
    return this.#json('/v1/imports', { query }, options);
  }

  async getRejections(
    request: Request<'getRejections'>,
    options?: FinopsRequestOptions,
  ): Promise<CostRejectionPage> {
    const { importId, ...query } = request;
    return this.#json(`/v1/imports/${importId}/rejections`, { query }, options);
  }

  async importFile(
    request: Request<'importFile'>,
    options?: FinopsRequestOptions,
  ): Promise<CostImportResult> {
    const { file, ...query } = request;
    return this.#json('/v1/imports', { query, file, method: 'POST' }, options);
  }

  async getBudgets(options?: FinopsRequestOptions): Promise<BudgetsAnswer> {
    return this.#json('/v1/budgets', {}, options);
  }

  async createBudget(
    json: Request<'createBudget'>,
    options?: FinopsRequestOptions,
  ): Promise<Budget> {
    return this.#json('/v1/budgets', { json, method: 'POST' }, options);
  }

  async updateBudget(
    request: Request<'updateBudget'>,
    options?: FinopsRequestOptions,
  ): Promise<Budget> {
    const { id, input: json } = request;
    return this.#json(
      `/v1/budgets/${encodeURIComponent(id)}`,
      { json, method: 'PUT' },
      options,
    );
  }

  async deleteBudget(
    request: Request<'deleteBudget'>,
    options?: FinopsRequestOptions,
  ): Promise<void> {
    await this.#send(
      `/v1/budgets/${encodeURIComponent(request.id)}`,
      { method: 'DELETE' },
      options,
    );
  }

  async getAnomalies(
    query: Request<'getAnomalies'>,
    options?: FinopsRequestOptions,
  ): Promise<AnomaliesAnswer> {
    return this.#json('/v1/anomalies', { query }, options);
  }

  async setAnomalyState(
    request: Request<'setAnomalyState'>,
    options?: FinopsRequestOptions,
  ): Promise<CostAnomaly> {
    const { id, input: json } = request;
    return this.#json(
      `/v1/anomalies/${encodeURIComponent(id)}/state`,
      { json, method: 'POST' },
      options,
    );
  }

  async getRecommendations(
    query: Request<'getRecommendations'>,
    options?: FinopsRequestOptions,
  ): Promise<RecommendationsAnswer> {
    return this.#json('/v1/recommendations', { query }, options);
  }

  async setRecommendationState(
    request: Request<'setRecommendationState'>,
    options?: FinopsRequestOptions,
  ): Promise<Recommendation> {
    const { id, input: json } = request;
    return this.#json(
      `/v1/recommendations/${encodeURIComponent(id)}/state`,
      { json, method: 'POST' },
      options,
    );
  }

  async getStatementMonths(
    options?: FinopsRequestOptions,
  ): Promise<StatementMonths> {
    return this.#json('/v1/statements', {}, options);
  }

  async getStatement(
    request: Request<'getStatement'>,
    options?: FinopsRequestOptions,
  ): Promise<Statement> {
    const { month, owner } = request;
    return this.#json(`/v1/statements/${month}`, { query: { owner } }, options);
  }

  async getStatementFile(
    request: Request<'getStatementFile'>,
    options?: FinopsRequestOptions,
  ): Promise<Blob> {
    const { month, owner, format } = request;
    const response = await this.#send(
      `/v1/statements/${month}`,
      { query: { owner, format } },
      options,
    );
    return response.blob();
  }

  async closeMonth(
    request: Request<'closeMonth'>,
    options?: FinopsRequestOptions,
  ): Promise<StatementClosing> {
    return this.#json(
      `/v1/months/${request.month}/close`,
      { json: {}, method: 'POST' },
      options,
    );
  }

  async getUnitCost(
    query: Request<'getUnitCost'>,
    options?: FinopsRequestOptions,
  ): Promise<UnitCost> {
    return this.#json('/v1/unit-costs', { query }, options);
  }

  async #json<T>(
    path: string,
    sent: Sent,
    options?: FinopsRequestOptions,
  ): Promise<T> {
    const response = await this.#send(path, sent, options);
    return response.json();
  }

  async #send(
    path: string,
    sent: Sent,
    options?: FinopsRequestOptions,
  ): Promise<Response> {
    const url = new URL(
      `${await this.#discoveryApi.getBaseUrl('finops')}${path}`,
    );
    for (const [name, value] of Object.entries(sent.query ?? {})) {
      if (value !== undefined) {
        url.searchParams.set(name, String(value));
      }
    }
    const { method, json, file } = sent;
    const response = await this.#fetchApi.fetch(url.toString(), {
      method,
      signal: options?.signal,
      body: file ?? (json === undefined ? undefined : JSON.stringify(json)),
      headers: {
        ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(file ? { 'Content-Type': 'application/octet-stream' } : {}),
        ...(options?.token ? { Authorization: `Bearer ${options.token}` } : {}),
      },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
