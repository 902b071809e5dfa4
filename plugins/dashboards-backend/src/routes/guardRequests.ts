import type {
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { PermissionAccess } from '@portal/backend-access';
import type { Request } from 'express';
import type { Reader } from '../database/BoardStore';
import type { ReaderResolver } from '../services/ReaderResolver';

/** What guards need. */
export type GuardOptions = {
  access: PermissionAccess;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  readers: ReaderResolver;
};

/** A person who may do what the route is for. */
export type Guarded = {
  reader: Reader;
  credentials: BackstageCredentials<BackstageUserPrincipal>;
};

/** How routes of people find out who asks, and whether they may. */
export function guardRequests(options: GuardOptions) {
  const { access, auditor, httpAuth, readers } = options;

  /** Only people have boards: a service is refused. */
  async function admit(
    request: Request,
    permission: BasicPermission,
  ): Promise<Guarded> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    await access.require(credentials, permission);
    return { credentials, reader: await readers.resolve(credentials) };
  }

  /** A change: the audit log is told who asked for what, and what came of it. */
  async function change<T>(
    request: Request,
    event: { eventId: string; meta: Record<string, string> },
    permission: BasicPermission,
    action: (guarded: Guarded) => Promise<T>,
  ): Promise<T> {
    const started = await auditor.createEvent({
      ...event,
      severityLevel: 'medium',
      request,
    });
    try {
      const result = await action(await admit(request, permission));
      await started.success();
      return result;
    } catch (error) {
      assertError(error);
      await started.fail({ error });
      throw error;
    }
  }

  return { admit, change };
}
