import { ResponseError } from '@backstage/errors';
import type {
  BackstageUserIdentity,
  DiscoveryApi,
  ProfileInfo,
} from '@backstage/frontend-plugin-api';
import type { Session, SessionSource } from './types';

type RefreshResponse = {
  profile: ProfileInfo;
  backstageIdentity: {
    token: string;
    expiresInSeconds?: number;
    identity: BackstageUserIdentity;
  };
};

/** Sessions as guest or as a demo persona: one request, on this machine only. */
export class PasswordlessSessionSource implements SessionSource {
  static create(options: {
    discoveryApi: DiscoveryApi;
    provider: 'guest' | 'demo';
    /** The persona, for the provider `demo`. */
    persona?: string;
  }): PasswordlessSessionSource {
    const query = options.persona
      ? `?${new URLSearchParams({ persona: options.persona })}`
      : '';
    return new PasswordlessSessionSource(
      options.discoveryApi,
      `/${options.provider}/refresh${query}`,
    );
  }

  readonly #discoveryApi: DiscoveryApi;
  readonly #path: string;

  private constructor(discoveryApi: DiscoveryApi, path: string) {
    this.#discoveryApi = discoveryApi;
    this.#path = path;
  }

  async signIn(): Promise<Session> {
    return await this.resume();
  }

  async resume(): Promise<Session> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('auth');
    const response = await fetch(`${baseUrl}${this.#path}`, {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const body: RefreshResponse = await response.json();
    const { token, identity, expiresInSeconds } = body.backstageIdentity;
    return {
      profile: body.profile,
      backstageIdentity: {
        token,
        identity,
        expiresAt:
          expiresInSeconds === undefined
            ? undefined
            : new Date(Date.now() + expiresInSeconds * 1000),
      },
    };
  }

  /** Nothing is kept on the server. */
  async signOut(): Promise<void> {}
}
