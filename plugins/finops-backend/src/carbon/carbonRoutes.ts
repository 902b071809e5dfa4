import {
  auditedRoute,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { carbonDimensions } from '@portal/plugin-finops-common';
import type { Router } from 'express';
import { z } from 'zod';
import { readPeriod } from '../costs/readPeriod';
import { sliceFields } from '../steering/inputFields';
import type { CarbonReader } from './CarbonReader';

export type CarbonRoutesOptions = RouteOptions & {
  carbon: Pick<CarbonReader, 'totals'>;
};

const querySchema = z.object({
  ...sliceFields,
  groupBy: z.enum(carbonDimensions).optional(),
  interval: z.enum(['day', 'month']).optional(),
});

/** The route of carbon: what was estimated beside the cost of the same. */
export function addCarbonRoutes(
  router: Router,
  options: CarbonRoutesOptions,
): void {
  router.get(
    '/v1/carbon',
    auditedRoute(
      options,
      { eventId: 'carbon-read' },
      async (request, credentials) => ({
        body: await options.carbon.totals(credentials, {
          ...parseInput(querySchema, request.query, 'query'),
          ...readPeriod(request.query),
        }),
      }),
    ),
  );
}
