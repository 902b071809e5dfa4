import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { assertError, NotFoundError } from '@backstage/errors';
import type { PermissionAccess } from '@portal/backend-access';
import {
  defaultBranch,
  repositoryReadPermission,
} from '@portal/plugin-repositories-common';
import type { RepositoriesService } from '@portal/plugin-repositories-node';
import type { Request, Router } from 'express';
import { spec } from './schema/generated/spec';

/** What {@link createRouter} works with. */
export type RouterOptions = {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissions: PermissionAccess;
  repositories: RepositoriesService;
};

/** The routes of openapi.yaml, which checks requests before they come here. Each needs `repositories.read`. */
export function createRouter(options: RouterOptions): Router {
  const { auditor, httpAuth, permissions, repositories } = options;
  const router: Router = createValidatedOpenApiRouter(spec);

  /** Reads what the caller may read, and says so. */
  async function audited<T>(request: Request, read: () => Promise<T>) {
    const event = await auditor.createEvent({
      eventId: 'repository-read',
      severityLevel: 'low',
      request,
      meta: { repository: request.params.name },
    });
    try {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      await permissions.require(credentials, repositoryReadPermission);
      const answer = await read();
      await event.success();
      return answer;
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  }

  router.get('/v1/repositories', async (request, response) => {
    const { name } = request.query;
    response.json(
      await audited(request, async () => {
        if (name === undefined) {
          return { items: await repositories.list() };
        }
        const found = await repositories.find(String(name));
        return { items: found ? [found] : [] };
      }),
    );
  });

  router.get('/v1/repositories/:name', async (request, response) => {
    const { name } = request.params;
    response.json(
      await audited(request, async () => {
        const repository = await repositories.find(name);
        if (!repository) {
          throw new NotFoundError(`There is no repository "${name}"`);
        }
        return repository;
      }),
    );
  });

  router.get('/v1/repositories/:name/content', async (request, response) => {
    const { name } = request.params;
    const { revision = defaultBranch, path = '' } = request.query;
    response.json(
      await audited(request, () =>
        repositories.read({
          name,
          revision: String(revision),
          path: String(path),
        }),
      ),
    );
  });

  return router;
}
