import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import {
  doraMetricDefinitions,
  doraMetricsReadPermission,
  tierEditionYears,
  type TierEditionYear,
  type TrendInterval,
} from '@portal/plugin-dora-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  addEnvironmentRoutes,
  type EnvironmentRoutesOptions,
} from './environments/environmentRoutes';
import { importRoute, type ImportRouteOptions } from './import/importRoute';
import type { DeliveryEvidence } from './evidence/DeliveryEvidence';
import {
  addOverviewRoutes,
  type OverviewRoutesOptions,
} from './overview/overviewRoutes';
import {
  addTriageRoutes,
  type TriageRoutesOptions,
} from './reports/triageRoutes';
import { spec } from './schema/generated/spec';
import type {
  DeliveryMetrics,
  DeliverySubject,
} from './services/DeliveryMetrics';
import type { EntityAccess } from './services/EntityAccess';
import { parsePeriod } from './services/parsePeriod';

/** What the routes need. */
export type RouterOptions = ImportRouteOptions &
  EnvironmentRoutesOptions &
  OverviewRoutesOptions &
  TriageRoutesOptions & {
    access: EntityAccess;
    auditor: AuditorService;
    evidence: DeliveryEvidence;
    httpAuth: HttpAuthService;
    metrics: DeliveryMetrics;
  };

const entityPath = '/v1/entities/:kind/:namespace/:name';

/** The routes of openapi.yaml. */
export function createRouter(options: RouterOptions): Router {
  const { access, auditor, evidence, httpAuth, metrics } = options;

  async function credentialsOf(request: Request) {
    return httpAuth.credentials(request, { allow: ['user', 'service'] });
  }

  /** Every read of an entity begins here: who asks, may they, and is it there. */
  async function readable(request: Request): Promise<DeliverySubject> {
    const { kind, namespace, name } = request.params;
    const credentials = await credentialsOf(request);
    const event = await auditor.createEvent({
      eventId: 'metrics-read',
      severityLevel: 'low',
      request,
      meta: { entityRef: `${kind}:${namespace}/${name}` },
    });
    try {
      const subject = await access.read(credentials, { kind, namespace, name });
      await event.success();
      return subject;
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  }

  const validated: Router = createValidatedOpenApiRouter(spec);

  validated.get('/v1/metrics', async (request, response) => {
    const credentials = await credentialsOf(request);
    await access.require(credentials, doraMetricsReadPermission);
    response.json({ items: doraMetricDefinitions });
  });

  validated.get(`${entityPath}/metrics`, async (request, response) => {
    const subject = await readable(request);
    response.json(
      await metrics.getMetrics(subject, periodOf(request), {
        edition: editionOf(request),
        environment: text(request, 'environment'),
      }),
    );
  });

  validated.get(`${entityPath}/trend`, async (request, response) => {
    const subject = await readable(request);
    // The contract lets only these through.
    const interval = (text(request, 'interval') ?? 'week') as TrendInterval;
    const environment = text(request, 'environment');
    response.json(
      await metrics.getTrend(subject, periodOf(request), interval, environment),
    );
  });

  validated.get(`${entityPath}/deployments`, async (request, response) => {
    const subject = await readable(request);
    const cursor = text(request, 'cursor');
    const limit = Number(request.query.limit ?? 50);
    const environment = text(request, 'environment');
    const page = { cursor, limit, environment };
    response.json(
      await metrics.getDeployments(subject, periodOf(request), page),
    );
  });

  validated.get(`${entityPath}/deployments/:id`, async (request, response) => {
    const subject = await readable(request);
    response.json(await evidence.getDeployment(subject, request.params.id));
  });

  validated.get(`${entityPath}/explanation`, async (request, response) => {
    const subject = await readable(request);
    const environment = text(request, 'environment');
    response.json(
      await evidence.getExplanation(subject, periodOf(request), environment),
    );
  });

  validated.get(`${entityPath}/unattributed`, async (request, response) => {
    const subject = await readable(request);
    const cursor = text(request, 'cursor');
    const page = { cursor, limit: Number(request.query.limit ?? 50) };
    response.json(
      await evidence.getUnattributed(subject, periodOf(request), page),
    );
  });

  validated.get(`${entityPath}/sources`, async (request, response) => {
    response.json(await metrics.getSources(await readable(request)));
  });

  addOverviewRoutes(validated, options);
  addEnvironmentRoutes(validated, options);
  addTriageRoutes(validated, options);

  const router = PromiseRouter();
  router.post('/v1/import', importRoute(options));
  router.use(validated);
  return router;
}

function periodOf(request: Request) {
  const [from, to] = [text(request, 'from'), text(request, 'to')];
  return parsePeriod({ from, to, now: Date.now() });
}

function editionOf(request: Request): TierEditionYear | undefined {
  // The router has made a number of it.
  return tierEditionYears.find(year => year === Number(request.query.edition));
}

function text(request: Request, parameter: string): string | undefined {
  const value = request.query[parameter];
  return typeof value === 'string' ? value : undefined;
}
