import { NotAllowedError } from '@backstage/errors';
import {
  finopsFindingTriagePermission,
  recommendationStates,
  savingRules,
  type Recommendation,
  type RecommendationsAnswer,
  type RecommendationStateInput,
} from '@portal/plugin-finops-common';
import { Decimal } from 'decimal.js';
import type { Router } from 'express';
import { z } from 'zod';
import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { dayOf } from '../steering/days';
import { readableRefs, type SteeringAccess } from '../steering/SteeringAccess';
import type { RecommendationStore } from './RecommendationStore';

export type RecommendationRoutesOptions = RouteOptions & {
  access: SteeringAccess;
  recommendations: RecommendationStore;
  now?: () => number;
};

const Exact = Decimal.clone({ precision: 60 });
const querySchema = z.object({
  scope: z.string().min(1).max(300).optional(),
  state: z.enum(recommendationStates).optional(),
  rule: z.string().min(1).max(100).optional(),
});
const reason = z.string().trim().min(1).max(1000);
const stateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('open') }),
  z.strictObject({ state: z.literal('accepted'), reason: reason.optional() }),
  z.strictObject({ state: z.literal('dismissed'), reason }),
]);

/** The routes of recommendations. */
export function addRecommendationRoutes(
  router: Router,
  options: RecommendationRoutesOptions,
): void {
  const { access, recommendations, now = Date.now } = options;

  router.get(
    '/v1/recommendations',
    auditedRoute(
      options,
      { eventId: 'recommendation-read' },
      async (request, credentials) => {
        const { scope, ...filter } = parseInput(
          querySchema,
          request.query,
          'query',
        );
        const refs = readableRefs(await access.read(credentials, scope));
        return {
          body: answerOf(await recommendations.list({ ...filter, refs })),
        };
      },
    ),
  );

  router.post(
    '/v1/recommendations/:id/state',
    auditedRoute(
      options,
      { eventId: 'recommendation-triage', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, finopsFindingTriagePermission);
        const input: RecommendationStateInput = parseInput(
          stateSchema,
          request.body,
          'state',
        );
        const { id } = request.params;
        const { entityRef } = await recommendations.get(id);
        const refs = readableRefs(await access.read(credentials));
        if (refs && !refs.includes(entityRef)) {
          throw new NotAllowedError(
            `What ${
              entityRef || 'nobody'
            } has may be decided by its owners, and by who may read all costs`,
          );
        }
        return {
          body: await recommendations.setState(id, input, {
            author: nameOf(credentials),
            day: dayOf(now()),
          }),
        };
      },
    ),
  );
}

/** Recommendations with their rules, and what they add to. */
export function answerOf(items: Recommendation[]): RecommendationsAnswer {
  const totals = new Map<string, { open: Decimal; realised: Decimal }>();
  for (const { currency, kind, state, monthlySaving, realised } of items) {
    const sum = totals.get(currency) ?? {
      open: new Exact(0),
      realised: new Exact(0),
    };
    totals.set(currency, {
      open:
        state === 'open' && kind === 'saving'
          ? sum.open.plus(monthlySaving)
          : sum.open,
      realised: realised ? sum.realised.plus(realised.monthly) : sum.realised,
    });
  }
  return {
    rules: savingRules.map(({ id, title, description, effort, kind }) => ({
      id,
      title,
      description,
      effort,
      kind,
    })),
    items,
    totals: [...totals].map(([currency, { open, realised }]) => ({
      currency,
      open: open.toFixed(2),
      realised: realised.toFixed(2),
    })),
  };
}
