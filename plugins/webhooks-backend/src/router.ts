import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type { Router } from 'express';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import type { WebhooksConfig } from './config';
import {
  addConsumerRoutes,
  type ConsumerRoutesOptions,
} from './consumerRoutes';
import {
  addOperatorRoutes,
  type OperatorRoutesOptions,
} from './operatorRoutes';
import { receiveRoute, type ReceiveRouteOptions } from './receive/receiveRoute';
import { spec } from './schema/generated/spec';
import { senders } from './senders/senders';

/** What the routes need. */
export type RouterOptions = ReceiveRouteOptions &
  OperatorRoutesOptions &
  ConsumerRoutesOptions & { secrets: WebhooksConfig['secrets'] };

/** The routes of openapi.yaml. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  for (const sender of senders) {
    const route = receiveRoute(sender, options.secrets[sender.id], options);
    router.post(`/v1/${sender.id}`, route);
  }
  const validated: Router = createValidatedOpenApiRouter(spec, {
    // A page of results with their errors is larger than the usual 100 kB.
    middleware: [express.json({ limit: '2mb' })],
  });
  addOperatorRoutes(validated, options);
  addConsumerRoutes(validated, options);
  router.use(validated);
  return router;
}
