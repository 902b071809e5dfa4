import { InputError } from '@backstage/errors';
import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import {
  executiveDebtManagePermission,
  type DeclaredValue,
  type ReturnAnswer,
} from '@portal/plugin-executive-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { OwnedStore } from '../owned/OwnedStore';
import type { PageReader } from '../PageReaders';
import { nodeQueryOf } from '../portfolio/nodeQueryOf';
import type { DecisionStore } from './DecisionStore';
import type { ReturnReader } from './ReturnReader';
import { decisionSchema, declarationSchema } from './valueSchema';

/** What the routes of returns need. */
export type ReturnRoutesOptions = RouteOptions & {
  access: ExecutiveAccess;
  decisions: DecisionStore;
  metricStore: Pick<MetricStoreService, 'definitions'>;
  returnReader: ReturnReader;
  returns: PageReader<ReturnAnswer>;
  values: OwnedStore<{ value: DeclaredValue }>;
};

/** Routes of what services are worth and what becomes of them. */
export function returnRoutes(options: ReturnRoutesOptions): Router {
  const { access, decisions, returnReader, returns, values } = options;
  const router = PromiseRouter();

  router.get(
    '/v1/returns',
    auditedRoute(
      options,
      { eventId: 'executive-returns-read' },
      async (request, credentials) => ({
        body: await returns(credentials, nodeQueryOf(request)),
      }),
    ),
  );

  router.put(
    '/v1/returns/:kind/:namespace/:name/value',
    auditedRoute(
      options,
      { eventId: 'executive-value-declare', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, executiveDebtManagePermission);
        const entityRef = await access.readNode(credentials, refOf(request));
        const { value } = parseInput(declarationSchema, request.body, 'value');
        if (value?.kind === 'usage') {
          await requireUsage(options.metricStore, value.metricId);
        }
        // It is the owner's own, so the last word counts.
        await values.put(entityRef, value && { value }, nameOf(credentials));
        return { body: await returnReader.one(credentials, entityRef) };
      },
    ),
  );

  router.post(
    '/v1/returns/:kind/:namespace/:name/decisions',
    auditedRoute(
      options,
      { eventId: 'executive-decide', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, executiveDebtManagePermission);
        const entityRef = await access.readNode(credentials, refOf(request));
        const decision = parseInput(decisionSchema, request.body, 'decision');
        await decisions.add(entityRef, decision, nameOf(credentials));
        return {
          status: 201,
          body: await returnReader.one(credentials, entityRef),
        };
      },
    ),
  );
  return router;
}

function refOf({ params }: Request): string {
  const { kind, name, namespace } = params;
  if (kind !== 'component') {
    throw new InputError(
      `kind: found "${kind.slice(0, 50)}", expected component`,
    );
  }
  return `${kind}:${namespace}/${name}`;
}

async function requireUsage(
  metricStore: Pick<MetricStoreService, 'definitions'>,
  metricId: string,
): Promise<void> {
  const definition = (await metricStore.definitions()).find(
    ({ id }) => id === metricId,
  );
  if (definition?.aggregation !== 'sum') {
    throw new InputError(
      definition
        ? `value: metricId: ${metricId} can't be added up; choose a metric that counts something`
        : `value: metricId: there is no metric ${metricId}`,
    );
  }
}
