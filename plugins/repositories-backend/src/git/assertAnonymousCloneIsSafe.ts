import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { isLoopbackHost } from '@portal/backend-access';

/** Refuses to start a portal that everybody in its network could clone from. */
export function assertAnonymousCloneIsSafe(config: RootConfigService): void {
  const listen = config.getOptional('backend.listen');
  const host =
    typeof listen === 'object'
      ? config.getOptionalString('backend.listen.host')
      : undefined;
  if (host === undefined || !isLoopbackHost(host)) {
    throw new InputError(
      `repositories.anonymousClone is true while the backend listens on ${
        host ?? 'all addresses'
      }; set it to false, or backend.listen.host to 127.0.0.1`,
    );
  }
}
