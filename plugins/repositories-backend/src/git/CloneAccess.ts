import type { AuthService } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import {
  assertLocalRequest,
  callerOf,
  type PermissionAccess,
} from '@portal/backend-access';
import { repositoryReadPermission } from '@portal/plugin-repositories-common';
import type { IncomingMessage } from 'node:http';

/** What {@link CloneAccess} works with. */
export type CloneAccessOptions = {
  auth: AuthService;
  permissions: PermissionAccess;
  anonymousClone: boolean;
};

/**
 * Who may clone: whoever has `repositories.read`, with a token of the portal as the password that git asks for; on a laptop also
 * whoever sits at it.
 */
export class CloneAccess {
  readonly #options: CloneAccessOptions;

  private constructor(options: CloneAccessOptions) {
    this.#options = options;
  }

  static create(options: CloneAccessOptions): CloneAccess {
    return new CloneAccess(options);
  }

  /** Who it is, for the audit. Fails with AuthenticationError or NotAllowedError. */
  async require(
    request: Pick<IncomingMessage, 'socket' | 'headers' | 'httpVersion'>,
  ): Promise<string> {
    const { auth, permissions, anonymousClone } = this.#options;
    const token = readToken(request.headers.authorization);
    if (token !== undefined) {
      const credentials = await auth.authenticate(token);
      await permissions.require(credentials, repositoryReadPermission);
      return callerOf(credentials);
    }
    if (anonymousClone) {
      assertLocalRequest(request, 'A clone without sign-in');
      return 'whoever sits at the machine';
    }
    throw new AuthenticationError(
      'Cloning needs a token of the portal as its password; the name does not matter',
    );
  }
}

function readToken(header: string | undefined): string | undefined {
  const [, scheme, value] = /^(Basic|Bearer) (.+)$/i.exec(header ?? '') ?? [];
  if (value === undefined) {
    return undefined;
  }
  if (scheme.toLowerCase() === 'bearer') {
    return value;
  }
  const text = Buffer.from(value, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1) || undefined;
}
