import { ResponseError } from '@backstage/errors';
import type { ActivityPage } from './Activity';
import type {
  ActivityApi,
  ActivityRequest,
  ActivityRequestOptions,
} from './ActivityApi';
import type { PullRequestPage, PullRequestsRequest } from './PullRequest';

/** @public */
export type ActivityClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
};

/**
 * Asks for the activity of repositories over HTTP.
 *
 * @public
 */
export class ActivityClient implements ActivityApi {
  readonly #discoveryApi: ActivityClientOptions['discoveryApi'];
  readonly #fetchApi: ActivityClientOptions['fetchApi'];

  constructor(options: ActivityClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async listActivity(
    request: ActivityRequest,
    options?: ActivityRequestOptions,
  ): Promise<ActivityPage> {
    const query = new URLSearchParams();
    request.repositories?.forEach(name => query.append('repository', name));
    request.entityRefs?.forEach(ref => query.append('entityRef', ref));
    request.owners?.forEach(ref => query.append('owner', ref));
    request.kinds?.forEach(kind => query.append('kind', kind));
    if (request.cursor !== undefined) {
      query.set('cursor', request.cursor);
    }
    if (request.limit !== undefined) {
      query.set('limit', String(request.limit));
    }
    return this.#get('activity', query, options);
  }

  async listPullRequests(
    request: PullRequestsRequest,
    options?: ActivityRequestOptions,
  ): Promise<PullRequestPage> {
    const query = new URLSearchParams();
    request.owners?.forEach(ref => query.append('owner', ref));
    if (request.limit !== undefined) {
      query.set('limit', String(request.limit));
    }
    return this.#get('pull-requests', query, options);
  }

  async #get<T>(
    path: string,
    query: URLSearchParams,
    options: ActivityRequestOptions | undefined,
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('activity');
    const response = await this.#fetchApi.fetch(
      `${baseUrl}/v1/${path}?${query}`,
      {
        signal: options?.signal,
        headers: {
          ...(options?.token && { Authorization: `Bearer ${options.token}` }),
        },
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
