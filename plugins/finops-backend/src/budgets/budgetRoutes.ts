import { finopsBudgetManagePermission } from '@portal/plugin-finops-common';
import type { Router } from 'express';
import { z } from 'zod';
import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { dayText } from '../steering/inputFields';
import type { SteeringAccess } from '../steering/SteeringAccess';
import type { Budgets } from './Budgets';
import { budgetInputSchema } from './budgetSchema';
import type { DatabaseBudgetStore } from './DatabaseBudgetStore';

export type BudgetRoutesOptions = RouteOptions & {
  access: SteeringAccess;
  budgets: Budgets;
  budgetStore: DatabaseBudgetStore;
};

const querySchema = z.object({
  /** A day in the periods that are asked for. Default: today. */
  day: dayText.optional(),
  scope: z.string().min(1).max(300).optional(),
});

/** The routes of budgets. */
export function addBudgetRoutes(
  router: Router,
  options: BudgetRoutesOptions,
): void {
  const { access, budgets, budgetStore } = options;

  router.get(
    '/v1/budgets',
    auditedRoute(
      options,
      { eventId: 'budget-read' },
      async (request, credentials) => ({
        body: await budgets.list(
          credentials,
          parseInput(querySchema, request.query, 'query'),
        ),
      }),
    ),
  );

  router.post(
    '/v1/budgets',
    auditedRoute(
      options,
      { eventId: 'budget-create', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, finopsBudgetManagePermission);
        const input = parseInput(budgetInputSchema, request.body, 'budget');
        return {
          status: 201,
          body: await budgetStore.create(input, nameOf(credentials)),
        };
      },
    ),
  );

  router.put(
    '/v1/budgets/:id',
    auditedRoute(
      options,
      { eventId: 'budget-update', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, finopsBudgetManagePermission);
        const input = parseInput(budgetInputSchema, request.body, 'budget');
        return {
          body: await budgetStore.update(
            request.params.id,
            input,
            nameOf(credentials),
          ),
        };
      },
    ),
  );

  router.delete(
    '/v1/budgets/:id',
    auditedRoute(
      options,
      { eventId: 'budget-delete', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, finopsBudgetManagePermission);
        await budgetStore.remove(request.params.id);
        return {};
      },
    ),
  );
}
