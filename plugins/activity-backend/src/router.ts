import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import type { ActivityKind } from '@portal/plugin-activity-common';
import type { Router } from 'express';
import { spec } from './schema/generated/spec';
import type { ActivityReader } from './services/ActivityReader';

/**
 * The routes of openapi.yaml, which checks requests before they come here. Each needs `activity.read`, which the reader checks.
 */
export function createRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  reader: ActivityReader;
}): Router {
  const { auditor, httpAuth, reader } = options;
  const router: Router = createValidatedOpenApiRouter(spec);

  router.get('/v1/activity', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { repository, entityRef, owner, kind, cursor, limit } = request.query;
    const event = await auditor.createEvent({
      eventId: 'activity-read',
      severityLevel: 'low',
      request,
    });
    try {
      const page = await reader.list(credentials, {
        repositories: listOf(repository),
        entityRefs: listOf(entityRef),
        owners: listOf(owner),
        kinds: listOf(kind) as ActivityKind[] | undefined,
        cursor: cursor === undefined ? undefined : String(cursor),
        limit: limit === undefined ? undefined : Number(limit),
      });
      await event.success();
      response.json(page);
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  });

  return router;
}

function listOf(value: unknown): string[] | undefined {
  return value === undefined ? undefined : [value].flat().map(String);
}
