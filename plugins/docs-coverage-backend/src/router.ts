import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import { spec } from './schema/generated/spec';
import type { DocsCoverage } from './services/DocsCoverage';
import type { DocumentationUsage } from './services/DocumentationUsage';

/**
 * The routes of openapi.yaml, which checks requests before they come here. Each needs `docs-coverage.read`, which the service
 * checks.
 */
export function createRouter(options: {
  docsCoverage: DocsCoverage;
  documentationUsage: DocumentationUsage;
  httpAuth: HttpAuthService;
}): Router {
  const { docsCoverage, documentationUsage, httpAuth } = options;
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
      const { days, limit, ...query } = request.query;
      const asked = {
        ...query,
        ...(days && { days: Number(days) }),
        ...(limit && { limit: Number(limit) }),
      };
      response.json(await read(credentials, asked as Request));
    });
  }

  answer('/v1/overview', docsCoverage.overview.bind(docsCoverage));
  answer('/v1/groups', docsCoverage.groups.bind(docsCoverage));
  answer('/v1/entities', docsCoverage.entities.bind(docsCoverage));
  answer('/v1/broken-links', docsCoverage.brokenLinks.bind(docsCoverage));
  answer('/v1/stale-sites', docsCoverage.staleSites.bind(docsCoverage));
  answer('/v1/usage', documentationUsage.usage.bind(documentationUsage));

  router.post('/v1/reads', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    await documentationUsage.record(credentials, request.body);
    response.status(204).end();
  });
  return router;
}
