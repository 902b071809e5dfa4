import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { Router } from 'express';
import { z } from 'zod';
import type { SecurityAccess } from '../access/SecurityAccess';
import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { plainText } from '../work/inputFields';
import type { ViewStore } from './ViewStore';

/** What the routes work with. */
export type ViewRoutesOptions = RouteOptions & {
  access: SecurityAccess;
  views: ViewStore;
};

const nameSchema = z.object({ name: plainText.min(1).max(100) });
const idSchema = z.object({ name: z.uuid('expected the id of a view') });
const bodySchema = z.strictObject({
  query: plainText
    .max(4000)
    .refine(
      text => !text.startsWith('?'),
      'found a leading ?, expected the query without it',
    ),
});

/** The routes of saved views. */
export function addViewRoutes(
  router: Router,
  options: ViewRoutesOptions,
): void {
  const { access, views } = options;

  /** Whose views they are. Who may read no findings has none. */
  async function readerOf(credentials: BackstageCredentials): Promise<string> {
    await access.readFindings(credentials);
    const name = nameOf(credentials);
    if (!name.startsWith('user:')) {
      throw new NotAllowedError('Views are kept for people, not for services');
    }
    return name;
  }

  router.get(
    '/v1/views',
    auditedRoute(
      options,
      { eventId: 'view-read' },
      async (_request, credentials) => ({
        body: { items: await views.list(await readerOf(credentials)) },
      }),
    ),
  );

  router.put(
    '/v1/views/:name',
    auditedRoute(
      options,
      { eventId: 'view-save', isChange: true },
      async (request, credentials) => {
        const reader = await readerOf(credentials);
        const { name } = parseInput(nameSchema, request.params, 'path');
        const { query } = parseInput(bodySchema, request.body, 'body');
        return { body: await views.save(reader, { name, query }) };
      },
    ),
  );

  router.delete(
    '/v1/views/:name',
    auditedRoute(
      options,
      { eventId: 'view-delete', isChange: true },
      async (request, credentials) => {
        const reader = await readerOf(credentials);
        const { name: id } = parseInput(idSchema, request.params, 'path');
        await views.delete(reader, id);
        return {};
      },
    ),
  );
}
