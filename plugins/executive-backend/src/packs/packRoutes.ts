import { InputError } from '@backstage/errors';
import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import {
  executivePackManagePermission,
  type Pack,
} from '@portal/plugin-executive-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { Owned, OwnedStore } from '../owned/OwnedStore';
import type { PackDocument, PackMaker } from './PackMaker';
import { nextPackDay } from './packPeriod';
import { packSchema } from './packSchema';

/** What the routes of packs need. */
export type PackRoutesOptions = RouteOptions & {
  access: ExecutiveAccess;
  packMaker: PackMaker;
  packs: OwnedStore<PackDocument>;
};

/** Routes of packs. Who may have them made reads the part that they are of. */
export function packRoutes(options: PackRoutesOptions): Router {
  const { access, packMaker, packs } = options;
  const router = PromiseRouter();
  const require = (credentials: Parameters<ExecutiveAccess['require']>[0]) =>
    access.require(credentials, executivePackManagePermission);

  router.get(
    '/v1/packs',
    auditedRoute(
      options,
      { eventId: 'executive-packs-read' },
      async (_request, credentials) => {
        await require(credentials);
        return { body: { items: (await packs.list()).map(toPack) } };
      },
    ),
  );

  router.put(
    '/v1/packs/:id',
    auditedRoute(
      options,
      { eventId: 'executive-pack-save', isChange: true },
      async (request, credentials) => {
        await require(credentials);
        const { revision, ...input } = parseInput(
          packSchema,
          { ...request.body, id: request.params.id },
          'pack',
        );
        await access.readNode(credentials, input.query.node);
        const by = nameOf(credentials);
        const saved =
          revision === 0
            ? await packs.create(
                { id: input.id, document: { ...input, createdBy: by } },
                by,
              )
            : await packs.change(
                {
                  id: input.id,
                  revision,
                  edit: ({ document }) => ({
                    ...input,
                    createdBy: document.createdBy,
                  }),
                },
                by,
              );
        return { body: toPack(saved) };
      },
    ),
  );

  router.delete(
    '/v1/packs/:id',
    auditedRoute(
      options,
      { eventId: 'executive-pack-delete', isChange: true },
      async (request, credentials) => {
        await require(credentials);
        const revision = Number(request.query.revision);
        if (!Number.isSafeInteger(revision)) {
          throw new InputError(
            'revision: expected the number that the pack was read with',
          );
        }
        await packs.remove(
          { id: request.params.id, revision },
          nameOf(credentials),
        );
        return {};
      },
    ),
  );

  router.post(
    '/v1/packs/:id/runs',
    auditedRoute(
      options,
      { eventId: 'executive-pack-run', isChange: true },
      async (request, credentials) => {
        await require(credentials);
        const { document } = await packs.get(request.params.id);
        await access.readNode(credentials, document.query.node);
        return {
          status: 201,
          body: await packMaker.make(document, nameOf(credentials)),
        };
      },
    ),
  );
  return router;
}

function toPack({ document, revision }: Owned<PackDocument>): Pack {
  return {
    ...document,
    revision,
    nextOn: nextPackDay(new Date(), document.dayOfMonth),
  };
}
