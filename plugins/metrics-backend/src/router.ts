import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import express, { type Request, type Response, type Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { spec } from './schema/generated/spec';
import type { BatchQueries } from './services/BatchQueries';
import { latestCsv, seriesCsv } from './services/csv';
import type { DefaultMetricPublisher } from './services/DefaultMetricPublisher';
import type { DefaultMetricQueries } from './services/DefaultMetricQueries';

/** What the routes need. */
export type RouterOptions = {
  auditor: AuditorService;
  batches: BatchQueries;
  httpAuth: HttpAuthService;
  publisher: DefaultMetricPublisher;
  queries: DefaultMetricQueries;
};

/** 5,000 values with parts and three windows, or 10,000 of the longest references. */
const bodyLimit = '8mb';

/** The routes of openapi.yaml. The contract checks requests before they come here. */
export function createRouter(options: RouterOptions): Router {
  const { auditor, batches, httpAuth, publisher, queries } = options;

  async function credentialsOf(request: Request) {
    return httpAuth.credentials(request, { allow: ['user', 'service'] });
  }

  async function audited<T>(
    request: Request,
    eventId: string,
    meta: { [name: string]: string | number | string[] },
    act: () => Promise<T>,
  ): Promise<T> {
    const event = await auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      request,
      meta,
    });
    try {
      const done = await act();
      await event.success();
      return done;
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  }

  const router: Router = createValidatedOpenApiRouter(spec, {
    middleware: [express.json({ limit: bodyLimit })],
  });

  router.get('/v1/definitions', async (request, response) => {
    const credentials = await credentialsOf(request);
    response.json({ items: await queries.definitions(credentials) });
  });

  router.put('/v1/definitions', async (request, response) => {
    const credentials = await credentialsOf(request);
    const { definitions } = request.body;
    const meta = {
      metricIds: definitions.map((definition: { id: string }) => definition.id),
    };
    const changed = await audited(request, 'definitions-register', meta, () =>
      publisher.register(credentials, definitions),
    );
    response.json({ changed });
  });

  router.post('/v1/publish', async (request, response) => {
    const credentials = await credentialsOf(request);
    response.json(await publisher.publish(credentials, request.body));
  });

  router.post('/v1/query/latest', async (request, response) => {
    const credentials = await credentialsOf(request);
    response.json(await queries.latest(credentials, request.body));
  });

  router.post('/v1/query/series', async (request, response) => {
    const credentials = await credentialsOf(request);
    response.json(await queries.series(credentials, request.body));
  });

  router.post('/v1/query/rollup', async (request, response) => {
    const credentials = await credentialsOf(request);
    response.json(await queries.rollup(credentials, request.body));
  });

  router.post('/v1/query/trend', async (request, response) => {
    const credentials = await credentialsOf(request);
    response.json(await queries.trend(credentials, request.body));
  });

  router.post('/v1/query/batch', async (request, response) => {
    const credentials = await credentialsOf(request);
    const { questions } = request.body;
    response.json({ answers: await batches.batch(credentials, questions) });
  });

  router.post('/v1/export/latest', async (request, response) => {
    const credentials = await credentialsOf(request);
    await audited(request, 'values-export', exportMeta(request), async () => {
      const answer = await queries.latest(credentials, request.body);
      await sendCsv(response, 'metrics-latest', latestCsv(answer));
    });
  });

  router.post('/v1/export/series', async (request, response) => {
    const credentials = await credentialsOf(request);
    await audited(request, 'values-export', exportMeta(request), async () => {
      const answer = await queries.series(credentials, request.body);
      await sendCsv(response, 'metrics-series', seriesCsv(answer));
    });
  });

  return router;
}

function exportMeta(request: Request) {
  const { metricIds, entityRefs, scope } = request.body;
  return {
    metricIds,
    ...(scope === undefined
      ? { entities: entityRefs?.length ?? 0 }
      : { scope }),
  };
}

async function sendCsv(
  response: Response,
  name: string,
  lines: Iterable<string>,
): Promise<void> {
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="${name}.csv"`,
  );
  await pipeline(Readable.from(lines), response);
}
