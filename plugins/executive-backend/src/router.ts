import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { spec } from './schema/generated/spec';

/** What the routes need. */
export type RouterOptions = {
  /**
   * The routes of each room. They are behind the validation of openapi.yaml: what doesn't fit the contract doesn't reach them.
   */
  rooms: Router[];
  /** The routes that take their bodies themselves, before any parser of bodies. */
  unparsed?: Router[];
};

/** The routes of openapi.yaml. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  options.unparsed?.forEach(room => router.use(room));
  const validated: Router = createValidatedOpenApiRouter(spec);
  options.rooms.forEach(room => validated.use(room));
  router.use(validated);
  return router;
}
