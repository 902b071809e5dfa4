import { ResponseError } from '@backstage/errors';
import type { BoardDifference, BoardVersion } from './BoardVersion';
import type {
  DashboardName,
  DashboardsApi,
  DashboardsRequestOptions,
  HomeBoard,
} from './DashboardsApi';
import type {
  BoardSharing,
  PersonalBoard,
  PersonalBoardContent,
  PersonalBoardSummary,
} from './PersonalBoard';

/** @public */
export type DashboardsClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
};

/**
 * Asks the backend of dashboards over HTTP.
 *
 * @public
 */
export class DashboardsClient implements DashboardsApi {
  readonly #discoveryApi: DashboardsClientOptions['discoveryApi'];
  readonly #fetchApi: DashboardsClientOptions['fetchApi'];

  constructor(options: DashboardsClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async listBoards(
    request: { cursor?: string; limit?: number } = {},
    options?: DashboardsRequestOptions,
  ): Promise<{ items: PersonalBoardSummary[]; nextCursor?: string }> {
    return this.#json('GET', `/v1/boards${query(request)}`, undefined, options);
  }

  async getBoard(
    id: string,
    options?: DashboardsRequestOptions,
  ): Promise<PersonalBoard> {
    return this.#json('GET', boardPath(id), undefined, options);
  }

  async createBoard(
    content: PersonalBoardContent & { id?: string },
    options?: DashboardsRequestOptions,
  ): Promise<PersonalBoard> {
    return this.#json('POST', '/v1/boards', content, options);
  }

  async updateBoard(
    id: string,
    request: PersonalBoardContent & { revision: number },
    options?: DashboardsRequestOptions,
  ): Promise<PersonalBoard> {
    return this.#json('PUT', boardPath(id), request, options);
  }

  async shareBoard(
    id: string,
    request: { sharing: BoardSharing; revision: number },
    options?: DashboardsRequestOptions,
  ): Promise<PersonalBoard> {
    return this.#json('PUT', `${boardPath(id)}/sharing`, request, options);
  }

  async deleteBoard(
    id: string,
    options?: DashboardsRequestOptions,
  ): Promise<void> {
    await this.#send('DELETE', boardPath(id), undefined, options);
  }

  async exportBoard(
    id: string,
    options?: DashboardsRequestOptions,
  ): Promise<string> {
    const path = `${boardPath(id)}/yaml`;
    const response = await this.#send('GET', path, undefined, options);
    return response.text();
  }

  async getHome(options?: DashboardsRequestOptions): Promise<HomeBoard> {
    return this.#json('GET', '/v1/home', undefined, options);
  }

  async setHome(
    board: string | undefined,
    options?: DashboardsRequestOptions,
  ): Promise<HomeBoard> {
    return this.#json('PUT', '/v1/home', { board }, options);
  }

  async getHistory(
    request: DashboardName,
    options?: DashboardsRequestOptions,
  ): Promise<{ items: BoardVersion[] }> {
    return this.#json('GET', historyPath(request), undefined, options);
  }

  async getDifference(
    request: DashboardName & { from: number; to: number },
    options?: DashboardsRequestOptions,
  ): Promise<BoardDifference> {
    const { from, to } = request;
    const path = `${historyPath(request)}/difference${query({ from, to })}`;
    return this.#json('GET', path, undefined, options);
  }

  async #json<T>(...request: SendRequest): Promise<T> {
    return (await this.#send(...request)).json();
  }

  async #send(...[method, path, body, options]: SendRequest) {
    const baseUrl = await this.#discoveryApi.getBaseUrl('dashboards');
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
    return response;
  }
}

type SendRequest = [
  method: string,
  path: string,
  body: object | undefined,
  options: DashboardsRequestOptions | undefined,
];

function query(values: Record<string, string | number | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) {
      params.set(name, String(value));
    }
  }
  return params.size > 0 ? `?${params}` : '';
}

function boardPath(id: string): string {
  return `/v1/boards/${encodeURIComponent(id)}`;
}

function historyPath({ namespace, name }: DashboardName): string {
  return `/v1/dashboards/${encodeURIComponent(namespace)}/${encodeURIComponent(
    name,
  )}/history`;
}
