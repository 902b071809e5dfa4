import {
  anomalyStates,
  finopsFindingTriagePermission,
  type AnomalyStateInput,
} from '@portal/plugin-finops-common';
import { NotAllowedError } from '@backstage/errors';
import type { Router } from 'express';
import { z } from 'zod';
import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { dayText } from '../steering/inputFields';
import { readableRefs, type SteeringAccess } from '../steering/SteeringAccess';
import type { AnomalyStore } from './AnomalyStore';

export type AnomalyRoutesOptions = RouteOptions & {
  access: SteeringAccess;
  anomalies: AnomalyStore;
};

const querySchema = z.object({
  from: dayText.optional(),
  to: dayText.optional(),
  scope: z.string().min(1).max(300).optional(),
  state: z.enum(anomalyStates).optional(),
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_\d{1,18}$/, 'expected the nextCursor of a page')
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const reason = z.string().trim().min(1).max(1000);
const stateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('open') }),
  z.strictObject({
    state: z.literal('acknowledged'),
    reason: reason.optional(),
  }),
  z.strictObject({ state: z.literal('silenced'), reason, until: dayText }),
]);

/** The routes of anomalies. */
export function addAnomalyRoutes(
  router: Router,
  options: AnomalyRoutesOptions,
): void {
  const { access, anomalies } = options;

  router.get(
    '/v1/anomalies',
    auditedRoute(
      options,
      { eventId: 'anomaly-read' },
      async (request, credentials) => {
        const { scope, ...filter } = parseInput(
          querySchema,
          request.query,
          'query',
        );
        const readable = await access.read(credentials, scope);
        return {
          body: await anomalies.list({
            ...filter,
            refs: readableRefs(readable),
          }),
        };
      },
    ),
  );

  router.post(
    '/v1/anomalies/:id/state',
    auditedRoute(
      options,
      { eventId: 'anomaly-triage', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, finopsFindingTriagePermission);
        const input: AnomalyStateInput = parseInput(
          stateSchema,
          request.body,
          'state',
        );
        const { id } = request.params;
        const { entityRef } = await anomalies.get(id);
        const refs = readableRefs(await access.read(credentials));
        if (refs && !refs.includes(entityRef)) {
          throw new NotAllowedError(
            `The cost of ${
              entityRef || 'everything'
            } may be triaged by its owners, and by who may read all costs`,
          );
        }
        return {
          body: await anomalies.setState(id, input, nameOf(credentials)),
        };
      },
    ),
  );
}
