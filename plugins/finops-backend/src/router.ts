import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { assertError, InputError } from '@backstage/errors';
import {
  finopsImportPermission,
  readCostDimension,
  type CostDimension,
  type CostFilter,
  type CostMetric,
} from '@portal/plugin-finops-common';
import express, { type Request, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { CostAccess } from './access/CostAccess';
import type { ChangeReader } from './costs/ChangeReader';
import type { CostReader } from './costs/CostReader';
import type { LineReader } from './costs/LineReader';
import { readPeriod } from './costs/readPeriod';
import type { ImportReader } from './import/ImportReader';
import { importRoute, type ImportRouteOptions } from './import/importRoute';
import { spec } from './schema/generated/spec';
import { mergeSourceStates } from './sources/mergeSourceStates';
import type { SourceStateStore } from './sources/SourceStateStore';

/** What the routes need. */
export type RouterOptions = ImportRouteOptions & {
  access: CostAccess;
  auditor: AuditorService;
  changes: ChangeReader;
  costs: CostReader;
  httpAuth: HttpAuthService;
  imports: ImportReader;
  lines: LineReader;
  sourceStates: Pick<SourceStateStore, 'list'>;
  /** The routes of allocation, budgets, statements and so on. What doesn't fit the contract doesn't reach them. */
  rooms: Router[];
};

/** The routes of openapi.yaml. */
export function createRouter(options: RouterOptions): Router {
  const { access, auditor, changes, costs, httpAuth, imports, lines } = options;
  const { sourceStates } = options;

  /** Every read is audited, with what was asked and whether it was answered. */
  async function audited<T>(
    request: Request,
    eventId: string,
    read: (credentials: BackstageCredentials) => Promise<T>,
  ): Promise<T> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const event = await auditor.createEvent({
      eventId,
      severityLevel: 'low',
      request,
      meta: { query: { ...request.query } },
    });
    try {
      const answer = await read(credentials);
      await event.success();
      return answer;
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  }

  const validated: Router = createValidatedOpenApiRouter(spec);

  validated.get('/v1/costs', async (request, response) => {
    response.json(
      await audited(request, 'costs-read', async credentials =>
        costs.totals(credentials, {
          ...readPeriod(request.query),
          metric: metricOf(request),
          filter: filterOf(request),
          groupBy: dimensionOf(request),
          interval: oneOf(request, 'interval', ['day', 'month'] as const),
          compare: oneOf(request, 'compare', ['before', 'year'] as const),
          limit: number(request, 'limit'),
        }),
      ),
    );
  });

  validated.get('/v1/costs/changes', async (request, response) => {
    response.json(
      await audited(request, 'costs-read', async credentials =>
        changes.explain(credentials, {
          ...readPeriod(request.query),
          ...filterOf(request),
          metric: metricOf(request),
          compare: oneOf(request, 'compare', ['before', 'year'] as const),
        }),
      ),
    );
  });

  validated.get('/v1/lines', async (request, response) => {
    response.json(
      await audited(request, 'lines-read', async credentials =>
        lines.list(credentials, {
          ...readPeriod(request.query),
          ...filterOf(request),
          order: oneOf(request, 'order', ['day', 'cost'] as const),
          resource: text(request, 'resource'),
          subAccount: text(request, 'subAccount'),
          bucket: text(request, 'bucket'),
          importId: number(request, 'importId'),
          cursor: text(request, 'cursor'),
          limit: number(request, 'limit'),
        }),
      ),
    );
  });

  validated.get('/v1/imports', async (request, response) => {
    response.json(
      await audited(request, 'imports-read', async credentials => {
        await access.require(credentials, finopsImportPermission);
        return imports.list({
          ...pageOf(request),
          source: text(request, 'source'),
        });
      }),
    );
  });

  validated.get('/v1/imports/:importId', async (request, response) => {
    response.json(
      await audited(request, 'imports-read', async credentials => {
        await access.require(credentials, finopsImportPermission);
        return imports.get(Number(request.params.importId));
      }),
    );
  });

  validated.get(
    '/v1/imports/:importId/rejections',
    async (request, response) => {
      response.json(
        await audited(request, 'imports-read', async credentials => {
          await access.require(credentials, finopsImportPermission);
          return imports.listRejections(
            Number(request.params.importId),
            pageOf(request),
          );
        }),
      );
    },
  );

  validated.get('/v1/sources', async (request, response) => {
    response.json(
      await audited(request, 'imports-read', async credentials => {
        await access.require(credentials, finopsImportPermission);
        return {
          items: mergeSourceStates(
            await imports.listSources(),
            await sourceStates.list(),
          ),
        };
      }),
    );
  });

  options.rooms.forEach(room => validated.use(room));

  const router = PromiseRouter();
  router.post('/v1/imports', importRoute(options));
  // Rules of a company are longer than the bodies that the contract's parser takes.
  router.use('/v1/allocation', express.json({ limit: '5mb' }));
  router.use(validated);
  return router;
}

function metricOf(request: Request): CostMetric {
  // The contract lets only these through.
  return (text(request, 'metric') ?? 'BilledCost') as CostMetric;
}

function filterOf(request: Request): CostFilter {
  return {
    scope: text(request, 'scope'),
    environment: text(request, 'environment'),
    provider: text(request, 'provider'),
    serviceCategory: text(request, 'serviceCategory'),
    serviceName: text(request, 'serviceName'),
  };
}

function dimensionOf(request: Request): CostDimension | undefined {
  const name = text(request, 'groupBy');
  if (name === undefined) {
    return undefined;
  }
  const dimension = readCostDimension(name);
  if (!dimension) {
    throw new InputError(
      `groupBy: found "${name}", expected entity, owner, system, domain, environment, provider, serviceCategory, chargeCategory, bucket, month, day, a FOCUS column such as SubAccountId, or a tag such as tag:application`,
    );
  }
  return dimension;
}

function pageOf(request: Request): { cursor?: string; limit: number } {
  return {
    cursor: text(request, 'cursor'),
    limit: number(request, 'limit') ?? 50,
  };
}

function oneOf<T extends string>(
  request: Request,
  name: string,
  values: readonly T[],
): T | undefined {
  return values.find(value => value === request.query[name]);
}

function number(request: Request, name: string): number | undefined {
  const value = request.query[name];
  return value === undefined ? undefined : Number(value);
}

function text(request: Request, name: string): string | undefined {
  const value = request.query[name];
  if (typeof value !== 'string' || value === '') {
    return undefined;
  }
  if (value.includes('\0')) {
    throw new InputError(
      `${name}: found a zero byte, expected text without one`,
    );
  }
  return value;
}
