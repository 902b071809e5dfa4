import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import {
  executiveGoalManagePermission,
  type GoalsAnswer,
} from '@portal/plugin-executive-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { PageReader } from '../PageReaders';
import { nodeQueryOf } from '../portfolio/nodeQueryOf';
import type { GoalReader } from './GoalReader';
import { goalChangeSchema, goalSchema, wholeGoalSchema } from './goalSchema';
import { toGoal, type GoalStore } from './GoalStore';

/** What the routes of goals need. */
export type GoalRoutesOptions = RouteOptions & {
  access: ExecutiveAccess;
  goalReader: Pick<GoalReader, 'baselineOf' | 'requireMetric'>;
  goals: GoalStore;
  goalsPage: PageReader<GoalsAnswer>;
};

/** Routes of goals. */
export function goalRoutes(options: GoalRoutesOptions): Router {
  const { access, goalReader, goals, goalsPage } = options;
  const router = PromiseRouter();

  router.get(
    '/v1/goals',
    auditedRoute(
      options,
      { eventId: 'executive-goals-read' },
      async (request, credentials) => ({
        body: await goalsPage(credentials, nodeQueryOf(request)),
      }),
    ),
  );

  router.post(
    '/v1/goals',
    auditedRoute(
      options,
      { eventId: 'executive-goal-create', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, executiveGoalManagePermission);
        const input = parseInput(goalSchema, request.body, 'goal');
        await access.readNode(credentials, input.scope);
        await goalReader.requireMetric(credentials, input.metricId);
        const baseline =
          input.baseline ?? (await goalReader.baselineOf(credentials, input));
        const goal = await goals.create(
          {
            id: input.id,
            // Once more: the figure of today may be the target already.
            document: parseInput(
              wholeGoalSchema,
              { ...input, baseline },
              'goal',
            ),
          },
          nameOf(credentials),
        );
        return { status: 201, body: toGoal(goal) };
      },
    ),
  );

  router.put(
    '/v1/goals/:id',
    auditedRoute(
      options,
      { eventId: 'executive-goal-change', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, executiveGoalManagePermission);
        const { revision, ...input } = parseInput(
          goalChangeSchema,
          { ...request.body, id: request.params.id },
          'goal',
        );
        // Of where it was, and of where it goes.
        const { document: before } = await goals.get(input.id);
        await access.readNode(credentials, before.scope);
        await access.readNode(credentials, input.scope);
        await goalReader.requireMetric(credentials, input.metricId);
        const goal = await goals.change(
          { id: input.id, revision, edit: () => input },
          nameOf(credentials),
        );
        return { body: toGoal(goal) };
      },
    ),
  );
  return router;
}
