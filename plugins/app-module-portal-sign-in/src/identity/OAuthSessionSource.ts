import { AuthenticationError } from '@backstage/errors';
import type {
  AuthRequestOptions,
  BackstageIdentityApi,
  ProfileInfoApi,
  SessionApi,
} from '@backstage/frontend-plugin-api';
import type { Session, SessionSource } from './types';

/** Sessions with a provider that has an auth API in the app, such as `oidc` or GitHub. */
export class OAuthSessionSource implements SessionSource {
  static create(options: {
    authApi: BackstageIdentityApi & ProfileInfoApi & SessionApi;
    title: string;
  }): OAuthSessionSource {
    return new OAuthSessionSource(options.authApi, options.title);
  }

  readonly #authApi: BackstageIdentityApi & ProfileInfoApi & SessionApi;
  readonly #title: string;

  private constructor(
    authApi: BackstageIdentityApi & ProfileInfoApi & SessionApi,
    title: string,
  ) {
    this.#authApi = authApi;
    this.#title = title;
  }

  async signIn(): Promise<Session> {
    return await this.#session(
      { instantPopup: true },
      `${
        this.#title
      } did not say who you are: ask an administrator to configure a sign-in resolver for it`,
    );
  }

  async resume(): Promise<Session> {
    return await this.#session(
      { optional: true },
      'Your session has ended: sign in again',
    );
  }

  async signOut(): Promise<void> {
    await this.#authApi.signOut();
  }

  async #session(
    options: AuthRequestOptions,
    otherwise: string,
  ): Promise<Session> {
    const backstageIdentity = await this.#authApi.getBackstageIdentity(options);
    const profile = await this.#authApi.getProfile({ optional: true });
    if (!backstageIdentity) {
      throw new AuthenticationError(otherwise);
    }
    return { backstageIdentity, profile: profile ?? {} };
  }
}
