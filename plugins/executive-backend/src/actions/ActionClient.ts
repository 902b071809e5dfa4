import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  ExecutiveClient,
  type ExecutiveApi,
} from '@portal/plugin-executive-common';

/**
 * The plugin's own API in the name of who asks an assistant: what pages show and refuse, actions show and refuse, and both are
 * audited alike.
 */
export class ActionClient {
  readonly #auth: AuthService;
  readonly #api: ExecutiveApi;

  private constructor(options: ActionClientOptions) {
    this.#auth = options.auth;
    this.#api = new ExecutiveClient({
      discoveryApi: options.discovery,
      fetchApi: { fetch },
    });
  }

  static create(options: ActionClientOptions): ActionClient {
    return new ActionClient(options);
  }

  /** Asks one question. */
  async ask<T>(
    credentials: BackstageCredentials,
    question: (api: ExecutiveApi, options: { token: string }) => Promise<T>,
  ): Promise<T> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'executive',
    });
    return question(this.#api, { token });
  }
}

type ActionClientOptions = { auth: AuthService; discovery: DiscoveryService };
