import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { doraTriageReadPermission } from '@portal/plugin-dora-common';
import type { Request, Response, Router } from 'express';
import type { EntityAccess } from '../services/EntityAccess';
import type { EnvironmentMapping } from './EnvironmentMapping';
import { Triage } from './Triage';
import type { TriageStore } from './TriageStore';

export type TriageRoutesOptions = {
  access: EntityAccess;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  environments: EnvironmentMapping;
  httpAuth: HttpAuthService;
  triageStore: TriageStore;
};

/** The routes for those who look after sources. */
export function addTriageRoutes(
  router: Router,
  options: TriageRoutesOptions,
): void {
  const { access, auditor, httpAuth } = options;
  const triage = Triage.create({ ...options, store: options.triageStore });

  /** Every read is the same: who asks, may they, and what is there. */
  function get(
    list: string,
    answer: (
      credentials: BackstageCredentials,
      request: Request,
    ) => Promise<object>,
  ): void {
    router.get(
      `/v1/triage/${list}`,
      async (request: Request, response: Response) => {
        const credentials = await httpAuth.credentials(request, {
          allow: ['user', 'service'],
        });
        const event = await auditor.createEvent({
          eventId: 'triage-read',
          severityLevel: 'low',
          request,
          meta: { list },
        });
        try {
          await access.require(credentials, doraTriageReadPermission);
          const body = await answer(credentials, request);
          await event.success();
          response.json(body);
        } catch (error) {
          assertError(error);
          await event.fail({ error });
          throw error;
        }
      },
    );
  }

  get('unmatched', (credentials, { query }) =>
    triage.getUnmatched(credentials, { limit: Number(query.limit ?? 100) }),
  );
  get('environments', () => triage.getUnknownEnvironments());
  get('unattributed', (credentials, { query }) =>
    triage.getUnattributed(credentials, {
      cursor: typeof query.cursor === 'string' ? query.cursor : undefined,
      limit: Number(query.limit ?? 50),
    }),
  );
  get('rejections', () => triage.getRejections());
}
