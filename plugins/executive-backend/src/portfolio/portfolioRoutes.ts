import { InputError } from '@backstage/errors';
import {
  auditedRoute,
  nameOf,
  pageOf,
  parseInput,
  textOf,
  type RouteOptions,
} from '@portal/backend-routes';
import {
  executiveFormulaManagePermission,
  type Standing,
} from '@portal/plugin-executive-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { FormulaStore } from '../health/FormulaStore';
import { checkPillars, pillarsSchema } from '../health/readPillars';
import type { ProductivityReader } from '../productivity/ProductivityReader';
import type { NodeFinder } from './NodeFinder';
import { nodeQueryOf } from './nodeQueryOf';
import type { PortfolioReader } from './PortfolioReader';
import type { ServiceLister } from './ServiceLister';

/** What the routes of the portfolio need. */
export type PortfolioRoutesOptions = RouteOptions & {
  access: ExecutiveAccess;
  finder: NodeFinder;
  formulas: FormulaStore;
  metricStore: Pick<MetricStoreService, 'definitions'>;
  portfolio: PortfolioReader;
  productivity: ProductivityReader;
  services: ServiceLister;
  /** Called after the formula was changed. */
  onFormulaChanged: () => void;
};

const changeSchema = z.object({
  version: z.number().int().min(1),
  pillars: pillarsSchema,
  reason: z.string().trim().min(1, 'say why it is changed').max(1000),
});
const view = (page: string) => ({ eventId: `executive-${page}-read` });

/** Routes of nodes, the portfolio, services, productivity and the formula. Every view is audited. */
export function portfolioRoutes(options: PortfolioRoutesOptions): Router {
  const { access, finder, formulas, portfolio, productivity, services } =
    options;
  const router = PromiseRouter();

  router.get(
    '/v1/nodes',
    auditedRoute(options, view('nodes'), async (request, credentials) => ({
      body: {
        items: await finder.find(credentials, {
          hierarchy: nodeQueryOf(request).hierarchy,
          text: textOf(request, 'text'),
        }),
      },
    })),
  );

  router.get(
    '/v1/portfolio',
    auditedRoute(options, view('portfolio'), async (request, credentials) => {
      const { depth } = request.query;
      return {
        body: await portfolio.portfolio(credentials, {
          ...nodeQueryOf(request),
          depth: depth === undefined ? undefined : Number(depth),
        }),
      };
    }),
  );

  router.get(
    '/v1/node',
    auditedRoute(options, view('node'), async (request, credentials) => ({
      body: await portfolio.node(credentials, nodeQueryOf(request)),
    })),
  );

  router.get(
    '/v1/services',
    auditedRoute(options, view('services'), async (request, credentials) => ({
      body: await services.list(credentials, {
        ...nodeQueryOf(request),
        ...pageOf(request),
        pillar: textOf(request, 'pillar'),
        standing: textOf(request, 'standing') as Standing | undefined,
      }),
    })),
  );

  router.get(
    '/v1/productivity',
    auditedRoute(
      options,
      view('productivity'),
      async (request, credentials) => ({
        body: await productivity.read(credentials, nodeQueryOf(request)),
      }),
    ),
  );

  router.get(
    '/v1/formula',
    auditedRoute(options, view('formula'), async (_request, credentials) => {
      // Whoever reads a node reads what it is judged by.
      await access.readNode(credentials);
      return { body: { items: await formulas.list() } };
    }),
  );

  router.put(
    '/v1/formula',
    auditedRoute(
      options,
      { eventId: 'executive-formula-change', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, executiveFormulaManagePermission);
        const change = parseInput(changeSchema, request.body, 'formula');
        if (change.reason.includes('\0')) {
          throw new InputError('formula: reason: found a zero byte');
        }
        const definitions = await options.metricStore.definitions();
        checkPillars(
          change.pillars,
          new Map(definitions.map(each => [each.id, each])),
        );
        const formula = await formulas.change({
          ...change,
          changedBy: nameOf(credentials),
        });
        options.onFormulaChanged();
        return { body: formula };
      },
    ),
  );
  return router;
}
