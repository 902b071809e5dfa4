import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import type { HistoryService } from '../services/HistoryService';

/** The history of dashboards in the catalog. Who may read the entity may read its history; the catalog decides. */
export function addHistoryRoutes(
  router: Router,
  options: { history: HistoryService; httpAuth: HttpAuthService },
): void {
  const { history, httpAuth } = options;
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  const path = '/v1/dashboards/:namespace/:name/history';

  router.get(path, async (request, response) => {
    const { namespace, name } = request.params;
    const credentials = await credentialsOf(request);
    const items = await history.list(credentials, { namespace, name });
    response.json({ items });
  });

  router.get(`${path}/difference`, async (request, response) => {
    const { namespace, name } = request.params;
    const credentials = await credentialsOf(request);
    response.json(
      await history.difference(
        credentials,
        { namespace, name },
        { from: Number(request.query.from), to: Number(request.query.to) },
      ),
    );
  });
}
