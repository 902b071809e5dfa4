import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Router } from 'express';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { SecurityAccess } from '../access/SecurityAccess';
import {
  auditedRoute,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { readFindingRows } from './readFindingRows';
import { readRuns } from './readRuns';
import { writeCsv } from './writeCsv';
import { writeCyclonedxVex } from './writeCyclonedxVex';
import { writeSarif } from './writeSarif';

/** What the route works with. */
export type ExportRouteOptions = RouteOptions & {
  access: SecurityAccess;
  client: Knex;
};

const formats = {
  sarif: { type: 'application/sarif+json', ending: 'sarif' },
  'cyclonedx-vex': {
    type: 'application/vnd.cyclonedx+json; version=1.6',
    ending: 'cdx.json',
  },
  csv: { type: 'text/csv; charset=utf-8; header=present', ending: 'csv' },
};
type ExportFormat = keyof typeof formats;

const pathSchema = z.object({
  kind: z.string().min(1).max(100),
  namespace: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
});
const querySchema = z.object({
  format: z.enum(['sarif', 'cyclonedx-vex', 'csv']),
  tool: z.string().min(1).max(60).optional(),
});

/** The route by which the findings of a service are taken along. */
export function addExportRoute(
  router: Router,
  options: ExportRouteOptions,
): void {
  const { access, client } = options;
  router.get(
    '/v1/entities/:kind/:namespace/:name/export',
    auditedRoute(
      options,
      { eventId: 'finding-export' },
      async (request, credentials) => {
        const path = parseInput(pathSchema, request.params, 'path');
        const { format, tool } = parseInput(
          querySchema,
          request.query,
          'query',
        );
        const entityRef = stringifyEntityRef(path);
        await access.requireFindings(credentials, entityRef);
        const { type, ending } = formats[format];
        return {
          headers: {
            'Content-Type': type,
            'Content-Disposition': `attachment; filename="${path.name.replaceAll(
              /[^\w.-]/g,
              '_',
            )}.${ending}"`,
          },
          send: async response =>
            pipeline(
              Readable.from(await write(client, { entityRef, tool }, format)),
              response,
            ),
          meta: { format },
        };
      },
    ),
  );
}

/** The text of a file, as it is read. */
async function write(
  client: Knex,
  filter: { entityRef: string; tool?: string },
  format: ExportFormat,
): Promise<AsyncIterable<string>> {
  const read = () => readFindingRows(client, filter);
  if (format === 'csv') {
    return writeCsv(read());
  }
  return format === 'sarif'
    ? writeSarif(await readRuns(client, filter))
    : writeCyclonedxVex({ entityRef: filter.entityRef, at: new Date() }, read);
}
