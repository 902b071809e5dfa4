import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { executiveFormulaManagePermission } from '@portal/plugin-executive-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { InsightPages } from '../PageReaders';
import { nodeQueryOf } from '../portfolio/nodeQueryOf';
import { baselineSchema } from '../success/baselineSchema';
import type { BaselineStore } from '../success/BaselineStore';

/** What the routes of insights need. */
export type InsightRoutesOptions = RouteOptions & {
  access: ExecutiveAccess;
  baselines: BaselineStore;
  pages: InsightPages;
};

/** Routes of questions and of success. */
export function insightRoutes(options: InsightRoutesOptions): Router {
  const { access, baselines, pages } = options;
  const router = PromiseRouter();

  router.get(
    '/v1/questions',
    auditedRoute(
      options,
      { eventId: 'executive-questions-read' },
      async (request, credentials) => ({
        body: await pages.questions(credentials, nodeQueryOf(request)),
      }),
    ),
  );

  router.get(
    '/v1/success',
    auditedRoute(
      options,
      { eventId: 'executive-success-read' },
      async (request, credentials) => ({
        body: await pages.success(credentials, nodeQueryOf(request)),
      }),
    ),
  );

  router.put(
    '/v1/success/baseline',
    auditedRoute(
      options,
      { eventId: 'executive-baseline-lock', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, executiveFormulaManagePermission);
        const chosen = parseInput(baselineSchema, request.body, 'baseline');
        return {
          body: await baselines.lock({
            ...chosen,
            lockedBy: nameOf(credentials),
          }),
        };
      },
    ),
  );
  return router;
}
