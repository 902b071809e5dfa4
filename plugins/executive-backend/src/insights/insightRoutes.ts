import { InputError } from '@backstage/errors';
import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { executiveFormulaManagePermission } from '@portal/plugin-executive-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { InsightPages } from '../PageReaders';
import { nodeQueryOf } from '../portfolio/nodeQueryOf';
import { isDay } from '../snapshots/days';
import type { BaselineStore } from '../success/BaselineStore';

/** What the routes of insights need. */
export type InsightRoutesOptions = RouteOptions & {
  access: ExecutiveAccess;
  baselines: BaselineStore;
  pages: InsightPages;
};

const day = z.string().refine(isDay, 'expected a day such as 2026-01-31');
const baselineSchema = z.object({
  from: day,
  to: day,
  reason: z
    .string()
    .trim()
    .min(1, 'say why this time is chosen')
    .max(1000)
    .refine(text => !text.includes('\0'), 'found a zero byte'),
});

/** Routes of questions and of success. */
export function insightRoutes(options: InsightRoutesOptions): Router {
  const { access, baselines, pages } = options;
  const router = PromiseRouter();

  router.get(
    '/v1/questions',
    auditedRoute(
      options,
      { eventId: 'executive-questions-read' },
      async (request, credentials) => ({
        body: await pages.questions(credentials, nodeQueryOf(request)),
      }),
    ),
  );

  router.get(
    '/v1/success',
    auditedRoute(
      options,
      { eventId: 'executive-success-read' },
      async (request, credentials) => ({
        body: await pages.success(credentials, nodeQueryOf(request)),
      }),
    ),
  );

  router.put(
    '/v1/success/baseline',
    auditedRoute(
      options,
      { eventId: 'executive-baseline-lock', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, executiveFormulaManagePermission);
        const chosen = parseInput(baselineSchema, request.body, 'baseline');
        const today = new Date().toISOString().slice(0, 10);
        if (chosen.from >= chosen.to || chosen.to > today) {
          throw new InputError(
            `baseline: found ${chosen.from} to ${chosen.to}, expected days that are over, the first before the last`,
          );
        }
        return {
          body: await baselines.lock({
            ...chosen,
            lockedBy: nameOf(credentials),
          }),
        };
      },
    ),
  );
  return router;
}
