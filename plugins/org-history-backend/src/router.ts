import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import express, { type Request, type Router } from 'express';
import { spec } from './schema/generated/spec';
import type { DefaultOrgHistory } from './services/DefaultOrgHistory';
import type { ConnectionKind } from './services/OrgHistoryStore';

/** What the routes need. */
export type RouterOptions = {
  history: DefaultOrgHistory;
  httpAuth: HttpAuthService;
};

/** 5,000 references of the longest kind, namespace and name. */
const bodyLimit = '2mb';

/** The routes of openapi.yaml. The contract checks requests before they come here. */
export function createRouter(options: RouterOptions): Router {
  const { history, httpAuth } = options;

  async function credentialsOf(request: Request) {
    return httpAuth.credentials(request, { allow: ['user', 'service'] });
  }

  const router: Router = createValidatedOpenApiRouter(spec, {
    middleware: [express.json({ limit: bodyLimit })],
  });

  const connections: Array<[path: string, kind: ConnectionKind]> = [
    ['/v1/owners', 'owners'],
    ['/v1/part-of', 'part-of'],
    ['/v1/ancestors', 'ancestors'],
  ];
  for (const [path, kind] of connections) {
    router.post(path, async (request, response) => {
      const credentials = await credentialsOf(request);
      const items = await history.connections(credentials, kind, request.body);
      response.json({ items });
    });
  }

  router.post('/v1/members', async (request, response) => {
    const credentials = await credentialsOf(request);
    const items = await history.members(credentials, request.body);
    response.json({ items });
  });

  router.post('/v1/aliases', async (request, response) => {
    const credentials = await credentialsOf(request);
    response.json({ items: await history.aliases(credentials, request.body) });
  });

  router.get(
    '/v1/entities/:kind/:namespace/:name/edges',
    async (request, response) => {
      const { kind, namespace, name } = request.params;
      const credentials = await credentialsOf(request);
      const ref = { kind, namespace, name };
      response.json(await history.edges(credentials, ref));
    },
  );

  router.get('/v1/changes', async (request, response) => {
    const credentials = await credentialsOf(request);
    const after = Number(request.query.after ?? 0);
    const limit = Number(request.query.limit ?? 1000);
    response.json(await history.changes(credentials, after, limit));
  });

  return router;
}
