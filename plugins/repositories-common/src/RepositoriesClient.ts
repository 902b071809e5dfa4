import { ResponseError } from '@backstage/errors';
import type { Repository, RepositoryContent } from './Repository';
import type { RepositoryAddress } from './RepositoryAddress';

/**
 * What the client needs: addresses of plugins, and a fetch that carries who asks.
 *
 * @public
 */
export type RepositoriesClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
};

/**
 * Asks the backend of the plugin. Fails with ResponseError.
 *
 * @public
 */
export class RepositoriesClient {
  readonly #options: RepositoriesClientOptions;

  private constructor(options: RepositoriesClientOptions) {
    this.#options = options;
  }

  static create(options: RepositoriesClientOptions): RepositoriesClient {
    return new RepositoriesClient(options);
  }

  /** All of them, by name. */
  async list(): Promise<Repository[]> {
    const { items } = await this.#get<{ items: Repository[] }>('');
    return items;
  }

  async get(name: string): Promise<Repository> {
    return this.#get(`/${encodeURIComponent(name)}`);
  }

  /** A folder's entries, or a file. */
  async read(address: RepositoryAddress): Promise<RepositoryContent> {
    const { name, revision, path } = address;
    const query = new URLSearchParams({ revision, path });
    return this.#get(`/${encodeURIComponent(name)}/content?${query}`);
  }

  async #get<T>(path: string): Promise<T> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('repositories');
    const response = await fetchApi.fetch(`${baseUrl}/v1/repositories${path}`);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
