import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { OrgEdge } from './OrgEdge';
import type {
  ChangePage,
  Connected,
  MembersRequest,
  OrgHistoryApi,
  OrgHistoryRequestOptions,
  RefsAt,
  ScopeMembers,
} from './OrgHistoryApi';

/** What the backend takes in one request. */
const refsPerRequest = 5000;
const scopesPerRequest = 100;

/** @public */
export type OrgHistoryClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
};

/**
 * Asks the org-history backend over HTTP, in the browser and in other backends.
 *
 * @remarks
 *
 * Any number of references may be given: they are sent in batches, and answered in the order in which they were given.
 *
 * @public
 */
export class OrgHistoryClient implements OrgHistoryApi {
  readonly #discoveryApi: OrgHistoryClientOptions['discoveryApi'];
  readonly #fetchApi: OrgHistoryClientOptions['fetchApi'];

  constructor(options: OrgHistoryClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async ownersAt(
    request: RefsAt,
    options?: OrgHistoryRequestOptions,
  ): Promise<Connected[]> {
    return this.#inBatches('/v1/owners', request, options);
  }

  async partOfAt(
    request: RefsAt,
    options?: OrgHistoryRequestOptions,
  ): Promise<Connected[]> {
    return this.#inBatches('/v1/part-of', request, options);
  }

  async ancestorsOf(
    request: RefsAt,
    options?: OrgHistoryRequestOptions,
  ): Promise<Connected[]> {
    return this.#inBatches('/v1/ancestors', request, options);
  }

  async membersOf(
    request: MembersRequest,
    options?: OrgHistoryRequestOptions,
  ): Promise<ScopeMembers[]> {
    const items: ScopeMembers[] = [];
    for (const scopes of batches(request.scopes, scopesPerRequest)) {
      const body = { ...request, scopes };
      const answer = await this.#post<ScopeMembers>(
        '/v1/members',
        body,
        options,
      );
      items.push(...answer);
    }
    return items;
  }

  async resolveAlias(
    request: { refs: string[] },
    options?: OrgHistoryRequestOptions,
  ): Promise<Array<{ ref: string; currentRef: string }>> {
    return this.#inBatches('/v1/aliases', request, options);
  }

  async changes(
    request: { after: number; limit?: number },
    options?: OrgHistoryRequestOptions,
  ): Promise<ChangePage> {
    const query = new URLSearchParams({ after: String(request.after) });
    if (request.limit !== undefined) {
      query.set('limit', String(request.limit));
    }
    return this.#send(`/v1/changes?${query}`, {}, options);
  }

  async edgesOf(
    request: { ref: string },
    options?: OrgHistoryRequestOptions,
  ): Promise<OrgEdge[]> {
    const { kind, namespace, name } = parseEntityRef(request.ref);
    const parts = [kind, namespace, name].map(encodeURIComponent);
    const path = `/v1/entities/${parts.join('/')}/edges`;
    const answer = await this.#send<{ items: OrgEdge[] }>(path, {}, options);
    return answer.items;
  }

  async #inBatches<T>(
    path: string,
    request: { refs: string[]; at?: string },
    options?: OrgHistoryRequestOptions,
  ): Promise<T[]> {
    // One instant for all batches, so that the answers fit each other.
    const at = request.at ?? new Date().toISOString();
    const items: T[] = [];
    for (const refs of batches(request.refs, refsPerRequest)) {
      const body = path === '/v1/aliases' ? { refs } : { refs, at };
      items.push(...(await this.#post<T>(path, body, options)));
    }
    return items;
  }

  async #post<T>(
    path: string,
    body: object,
    options?: OrgHistoryRequestOptions,
  ): Promise<T[]> {
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    };
    const answer = await this.#send<{ items: T[] }>(path, request, options);
    return answer.items;
  }

  async #send<T>(
    path: string,
    request: RequestInit,
    options?: OrgHistoryRequestOptions,
  ): Promise<T> {
    const headers = new Headers(request.headers);
    if (options?.token) {
      headers.set('Authorization', `Bearer ${options.token}`);
    }
    const base = await this.#discoveryApi.getBaseUrl('org-history');
    const response = await this.#fetchApi.fetch(`${base}${path}`, {
      ...request,
      headers: Object.fromEntries(headers),
      signal: options?.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function batches<T>(items: T[], size: number): T[][] {
  const found: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    found.push(items.slice(start, start + size));
  }
  return found;
}
