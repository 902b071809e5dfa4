import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { dashboardJsonSchema } from '@portal/plugin-dashboards-common';
import type { WidgetDefinition } from '@portal/plugin-widgets-common';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { addBoardRoutes } from './routes/boardRoutes';
import type { GuardOptions } from './routes/guardRequests';
import { addHistoryRoutes } from './routes/historyRoutes';
import { addHomeRoutes } from './routes/homeRoutes';
import { spec } from './schema/generated/spec';
import type { BoardService } from './services/BoardService';
import type { HistoryService } from './services/HistoryService';
import type { HomeService } from './services/HomeService';

/** What the routes need. */
export type RouterOptions = GuardOptions & {
  boards: BoardService;
  history: HistoryService;
  homes: HomeService;
  widgets: readonly WidgetDefinition[];
};

/** The path that editors read without signing in: it says what widgets there are, and nothing of any board. */
export const schemaPath = '/v1/schema.json';

/** As large as a board may be. */
const bodyLimit = '256kb';

/** The routes of openapi.yaml. The contract checks requests before they come here. */
export function createRouter(options: RouterOptions): Router {
  const router: Router = createValidatedOpenApiRouter(spec);
  const schema = dashboardJsonSchema(options.widgets);
  router.get(schemaPath, async (_request, response) => {
    response.json(schema);
  });
  addBoardRoutes(router, options);
  addHomeRoutes(router, options);
  addHistoryRoutes(router, options);

  // In front of the contract's router, which would call a board that is too large a bad request.
  const front = PromiseRouter();
  front.use(express.json({ limit: bodyLimit }));
  front.use(router);
  return front;
}
