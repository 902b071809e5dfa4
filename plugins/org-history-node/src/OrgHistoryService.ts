import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { OrgHistoryApi } from '@portal/plugin-org-history-common';

/**
 * How a question is asked: as the plugin itself, or in the name of the caller whose credentials are given.
 *
 * @public
 */
export type OrgHistoryServiceOptions = {
  credentials?: BackstageCredentials;
  signal?: AbortSignal;
};

/**
 * {@link @portal/plugin-org-history-common#OrgHistoryApi} without tokens.
 *
 * @public
 */
export type OrgHistoryService = {
  [Method in keyof OrgHistoryApi]: (
    request: Parameters<OrgHistoryApi[Method]>[0],
    options?: OrgHistoryServiceOptions,
  ) => ReturnType<OrgHistoryApi[Method]>;
};

/**
 * Adds a token to every question.
 *
 * @internal
 */
export class DefaultOrgHistoryService implements OrgHistoryService {
  readonly #auth: AuthService;
  readonly #client: OrgHistoryApi;

  private constructor(options: { auth: AuthService; client: OrgHistoryApi }) {
    this.#auth = options.auth;
    this.#client = options.client;
  }

  static create(options: {
    auth: AuthService;
    client: OrgHistoryApi;
  }): DefaultOrgHistoryService {
    return new DefaultOrgHistoryService(options);
  }

  readonly ownersAt: OrgHistoryService['ownersAt'] = async (request, options) =>
    this.#client.ownersAt(request, await this.#authorise(options));

  readonly partOfAt: OrgHistoryService['partOfAt'] = async (request, options) =>
    this.#client.partOfAt(request, await this.#authorise(options));

  readonly ancestorsOf: OrgHistoryService['ancestorsOf'] = async (
    request,
    options,
  ) => this.#client.ancestorsOf(request, await this.#authorise(options));

  readonly membersOf: OrgHistoryService['membersOf'] = async (
    request,
    options,
  ) => this.#client.membersOf(request, await this.#authorise(options));

  readonly resolveAlias: OrgHistoryService['resolveAlias'] = async (
    request,
    options,
  ) => this.#client.resolveAlias(request, await this.#authorise(options));

  readonly changes: OrgHistoryService['changes'] = async (request, options) =>
    this.#client.changes(request, await this.#authorise(options));

  readonly edgesOf: OrgHistoryService['edgesOf'] = async (request, options) =>
    this.#client.edgesOf(request, await this.#authorise(options));

  async #authorise(options?: OrgHistoryServiceOptions) {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf:
        options?.credentials ?? (await this.#auth.getOwnServiceCredentials()),
      targetPluginId: 'org-history',
    });
    return { token, signal: options?.signal };
  }
}
