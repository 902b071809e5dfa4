import { InputError, NotAllowedError, ResponseError } from '@backstage/errors';
import { costMetrics, type UnitCost } from '@portal/plugin-finops-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import { Decimal } from 'decimal.js';
import type { Router } from 'express';
import { z } from 'zod';
import type { CostReader } from '../costs/CostReader';
import {
  auditedRoute,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { daysBetween } from '../steering/days';
import type { SteeringAccess } from '../steering/SteeringAccess';
import { dayText } from '../steering/inputFields';

export type UnitCostRoutesOptions = RouteOptions & {
  access: Pick<SteeringAccess, 'read'>;
  costs: Pick<CostReader, 'daily'>;
  metrics: Pick<MetricStoreService, 'definitions' | 'rollup'>;
};

const Exact = Decimal.clone({ precision: 60 });
const querySchema = z.object({
  from: dayText,
  to: dayText,
  scope: z.string().min(1).max(300).default('everything'),
  metric: z.enum(costMetrics).default('BilledCost'),
  per: z.string().min(1).max(80).default('deploymentFrequency'),
});

/** The route of unit economics: what one of anything that the metric store adds up costs. */
export function addUnitCostRoutes(
  router: Router,
  options: UnitCostRoutesOptions,
): void {
  const { access, costs, metrics } = options;
  router.get(
    '/v1/unit-costs',
    auditedRoute(
      options,
      { eventId: 'unit-cost-read' },
      async (request, credentials) => {
        const { from, to, scope, metric, per } = parseInput(
          querySchema,
          request.query,
          'query',
        );
        if (from >= to) {
          throw new InputError(`to: found ${to}, expected a day after ${from}`);
        }
        const definition = (await metrics.definitions({ credentials })).find(
          ({ id }) => id === per,
        );
        if (definition?.aggregation !== 'sum') {
          throw new InputError(
            `per: found "${per}", expected a metric of the store whose values add, such as deploymentFrequency`,
          );
        }
        const { visible } = await access.read(credentials, scope);
        if (visible === 'own' && scope === 'everything') {
          throw new NotAllowedError(
            'scope: of everything you may read your own cost, and the quantity is that of everybody; name a group, system or component of yours',
          );
        }
        const { currency, days, unconverted } = await costs.daily(credentials, {
          from,
          to,
          metric,
          filter: { scope },
        });
        const cost = days.reduce(
          (sum, { total }) => sum.plus(total),
          new Exact(0),
        );
        const quantity = await readQuantity();
        const body: UnitCost = {
          from,
          to,
          scope,
          metric,
          per,
          title: definition.title,
          currency,
          cost: cost.toFixed(),
          unconverted,
          ...(quantity
            ? {
                state: 'ok',
                quantity,
                costPerUnit: cost.div(quantity).toDecimalPlaces(6).toFixed(),
              }
            : { state: 'insufficient-data', have: quantity ?? 0, need: 1 }),
        };
        return { body };

        async function readQuantity(): Promise<number | undefined> {
          try {
            const answer = await metrics.rollup(
              { metricIds: [per], scopes: [scope], from, to },
              { credentials },
            );
            const value = answer.scopes[0]?.metrics[0]?.value.value;
            // Rates travel a week.
            return value !== undefined && definition?.unit === '1/week'
              ? Math.round((value * daysBetween(from, to)) / 7)
              : value;
          } catch (error) {
            if (error instanceof ResponseError && error.statusCode === 400) {
              throw new InputError(`per: ${error.message}`);
            }
            throw error;
          }
        }
      },
    ),
  );
}
