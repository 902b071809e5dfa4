import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

/** Decides who publishes: services, each its own metrics. */
export class PublisherAccess {
  readonly #auth: AuthService;

  private constructor(options: { auth: AuthService }) {
    this.#auth = options.auth;
  }

  static create(options: { auth: AuthService }): PublisherAccess {
    return new PublisherAccess(options);
  }

  /** The name of the publisher. Fails with NotAllowedError unless the caller is a service. */
  require(credentials: BackstageCredentials): string {
    if (!this.#auth.isPrincipal(credentials, 'service')) {
      throw new NotAllowedError(
        'Metrics are published by plugins and services; use a service token',
      );
    }
    return credentials.principal.subject;
  }
}
