import { costMetrics } from '@portal/plugin-finops-common';
import type { Router } from 'express';
import { z } from 'zod';
import {
  auditedRoute,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { sliceFields } from '../steering/inputFields';
import type { SteeringAccess } from '../steering/SteeringAccess';
import type { CostForecasts } from './CostForecasts';

export type ForecastRoutesOptions = RouteOptions & {
  access: SteeringAccess;
  forecasts: CostForecasts;
};

const querySchema = z.object({
  ...sliceFields,
  metric: z.enum(costMetrics).default('BilledCost'),
});

/** The route that says what will be. */
export function addForecastRoutes(
  router: Router,
  options: ForecastRoutesOptions,
): void {
  const { access, forecasts } = options;
  router.get(
    '/v1/forecast',
    auditedRoute(
      options,
      { eventId: 'forecast-read' },
      async (request, credentials) => {
        const { metric, ...slice } = parseInput(
          querySchema,
          request.query,
          'query',
        );
        await access.read(credentials, slice.scope);
        return {
          body: await forecasts.forecast(credentials, { slice, metric }),
        };
      },
    ),
  );
}
