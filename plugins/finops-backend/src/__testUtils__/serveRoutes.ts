import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import Router from 'express-promise-router';
import type { RouteOptions } from '@portal/backend-routes';

/** Routes as the plugin serves them, to ask with supertest. */
export function serveRoutes(
  add: (router: express.Router, options: RouteOptions) => void,
): express.Express {
  const router = Router();
  router.use(express.json());
  add(router, {
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => undefined,
        fail: async () => undefined,
      }),
    }),
    httpAuth: mockServices.httpAuth(),
  });
  return express().use(router).use(mockErrorHandler());
}
