import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import type { SecurityAccess } from '../access/SecurityAccess';
import { AffectedReader } from '../affected/AffectedReader';
import { LicenceReader } from '../licences/LicenceReader';
import { readLicencePolicy } from '../licences/readLicencePolicy';
import {
  auditedRoute,
  type RouteOptions,
  textOf,
} from '@portal/backend-routes';
import { DatabaseInventoryWriter } from './DatabaseInventoryWriter';

/** What the room of inventories needs. */
export type CreateInventoryOptions = RouteOptions & {
  access: SecurityAccess;
  client: Knex;
  config: RootConfigService;
  versionsAffectedBy?: (names: string[]) => Promise<number[]>;
};

/** Makes the room of inventories: what writes them, where something is, which licences there are, and the routes. */
export function createInventory(options: CreateInventoryOptions): {
  affected: AffectedReader;
  inventory: DatabaseInventoryWriter;
  router: Router;
} {
  const { access, config } = options;
  const affected = AffectedReader.create(options);
  const licences = LicenceReader.create({
    ...options,
    ...readLicencePolicy(config),
  });
  const router = PromiseRouter();

  router.get(
    '/v1/affected',
    auditedRoute(
      options,
      { eventId: 'affected-read' },
      async (request, credentials) => {
        const { refs } = await access.readFindings(
          credentials,
          textOf(request, 'scope'),
        );
        return {
          body: await affected.read({
            vulnerability: textOf(request, 'vulnerability'),
            package: textOf(request, 'package'),
            range: textOf(request, 'range'),
            refs,
            ...pageOf(request),
          }),
        };
      },
    ),
  );

  router.get(
    '/v1/licences',
    auditedRoute(
      options,
      { eventId: 'licences-read' },
      async (request, credentials) => {
        const { refs } = await access.readFindings(
          credentials,
          textOf(request, 'scope'),
        );
        return { body: await licences.list(refs) };
      },
    ),
  );

  router.get(
    '/v1/licences/components',
    auditedRoute(
      options,
      { eventId: 'licences-read' },
      async (request, credentials) => {
        const { refs } = await access.readFindings(
          credentials,
          textOf(request, 'scope'),
        );
        return {
          body: await licences.components({
            licence: textOf(request, 'licence') ?? '',
            refs,
            ...pageOf(request),
          }),
        };
      },
    ),
  );
  return { affected, inventory: DatabaseInventoryWriter.create(), router };
}

function pageOf(request: Request): { cursor?: string; limit?: number } {
  const { limit } = request.query;
  return {
    cursor: textOf(request, 'cursor'),
    limit: limit === undefined ? undefined : Number(limit),
  };
}
