import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import { spec } from './schema/generated/spec';
import type { DocsCoverage } from './services/DocsCoverage';

/**
 * The routes of openapi.yaml, which checks requests before they come here. Each needs `docs-coverage.read`, which the service
 * checks.
 */
export function createRouter(options: {
  docsCoverage: DocsCoverage;
  httpAuth: HttpAuthService;
}): Router {
  const { docsCoverage, httpAuth } = options;
  const router: Router = createValidatedOpenApiRouter(spec);

  function answer<Request>(
    path: string,
    read: (
      credentials: BackstageCredentials,
      request: Request,
    ) => Promise<object>,
  ): void {
    router.get(path, async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const { limit, ...query } = request.query;
      const asked = { ...query, ...(limit && { limit: Number(limit) }) };
      response.json(await read(credentials, asked as Request));
    });
  }

  answer('/v1/overview', docsCoverage.overview.bind(docsCoverage));
  answer('/v1/groups', docsCoverage.groups.bind(docsCoverage));
  answer('/v1/entities', docsCoverage.entities.bind(docsCoverage));
  answer('/v1/broken-links', docsCoverage.brokenLinks.bind(docsCoverage));
  return router;
}
