import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import type { ActivityKind } from '@portal/plugin-activity-common';
import type { Request, Router } from 'express';
import { spec } from './schema/generated/spec';
import type { ActivityReader } from './services/ActivityReader';
import type { PullRequestReader } from './services/PullRequestReader';

/**
 * The routes of openapi.yaml, which checks requests before they come here. Each needs `activity.read`, which the reader checks.
 */
export function createRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  reader: ActivityReader;
  pullRequests: PullRequestReader;
}): Router {
  const { auditor, httpAuth, reader, pullRequests } = options;
  const router: Router = createValidatedOpenApiRouter(spec);

  /** Says that something is read, and what became of it. */
  async function audited<T>(request: Request, read: () => Promise<T>) {
    const event = await auditor.createEvent({
      eventId: 'activity-read',
      severityLevel: 'low',
      request,
    });
    try {
      const answer = await read();
      await event.success();
      return answer;
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  }

  router.get('/v1/activity', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { repository, entityRef, owner, kind, cursor, limit } = request.query;
    response.json(
      await audited(request, () =>
        reader.list(credentials, {
          repositories: listOf(repository),
          entityRefs: listOf(entityRef),
          owners: listOf(owner),
          kinds: listOf(kind) as ActivityKind[] | undefined,
          cursor: cursor === undefined ? undefined : String(cursor),
          limit: numberOf(limit),
        }),
      ),
    );
  });

  router.get('/v1/pull-requests', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { owner, limit } = request.query;
    response.json(
      await audited(request, () =>
        pullRequests.list(credentials, {
          owners: listOf(owner),
          limit: numberOf(limit),
        }),
      ),
    );
  });

  return router;
}

function listOf(value: unknown): string[] | undefined {
  return value === undefined ? undefined : [value].flat().map(String);
}

function numberOf(value: unknown): number | undefined {
  return value === undefined ? undefined : Number(value);
}
