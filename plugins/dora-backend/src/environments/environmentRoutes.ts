import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { doraMetricsReadPermission } from '@portal/plugin-dora-common';
import type { Router } from 'express';
import { scopeOf } from '../overview/overviewRoutes';
import type { EntityAccess } from '../services/EntityAccess';
import type { EnvironmentMatrices } from './EnvironmentMatrices';

export type EnvironmentRoutesOptions = {
  access: EntityAccess;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  matrices: EnvironmentMatrices;
};

/** The route that tells what runs where. */
export function addEnvironmentRoutes(
  router: Router,
  options: EnvironmentRoutesOptions,
): void {
  const { access, auditor, httpAuth, matrices } = options;

  router.get('/v1/environments/matrix', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { scope, cursor, limit } = request.query;
    const event = await auditor.createEvent({
      eventId: 'environments-read',
      severityLevel: 'low',
      request,
      meta: { scope: String(scope) },
    });
    try {
      await access.require(credentials, doraMetricsReadPermission);
      const matrix = await matrices.getMatrix(credentials, {
        scope: scopeOf(String(scope)),
        cursor: typeof cursor === 'string' ? cursor : undefined,
        limit: limit === undefined ? undefined : Number(limit),
      });
      await event.success();
      response.json(matrix);
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  });
}
