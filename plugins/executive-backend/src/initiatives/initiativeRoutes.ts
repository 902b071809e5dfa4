import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import {
  executiveInitiativeManagePermission,
  type InvestmentAnswer,
} from '@portal/plugin-executive-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { PageReader } from '../PageReaders';
import { nodeQueryOf } from '../portfolio/nodeQueryOf';
import {
  initiativeChangeSchema,
  initiativeSchema,
  noteSchema,
} from './initiativeSchema';
import type { InitiativeStore } from './InitiativeStore';

/** What the routes of initiatives need. */
export type InitiativeRoutesOptions = RouteOptions & {
  access: ExecutiveAccess;
  initiatives: InitiativeStore;
  investment: PageReader<InvestmentAnswer>;
};

/** Routes of investment and initiatives. */
export function initiativeRoutes(options: InitiativeRoutesOptions): Router {
  const { access, initiatives, investment } = options;
  const router = PromiseRouter();

  router.get(
    '/v1/investment',
    auditedRoute(
      options,
      { eventId: 'executive-investment-read' },
      async (request, credentials) => ({
        body: await investment(credentials, nodeQueryOf(request)),
      }),
    ),
  );

  router.post(
    '/v1/initiatives',
    auditedRoute(
      options,
      { eventId: 'executive-initiative-create', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, executiveInitiativeManagePermission);
        const input = parseInput(initiativeSchema, request.body, 'initiative');
        await initiatives.items.create(
          { id: input.id, document: input },
          nameOf(credentials),
        );
        return { status: 201, body: await initiatives.get(input.id) };
      },
    ),
  );

  router.put(
    '/v1/initiatives/:id',
    auditedRoute(
      options,
      { eventId: 'executive-initiative-change', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, executiveInitiativeManagePermission);
        const { revision, ...input } = parseInput(
          initiativeChangeSchema,
          { ...request.body, id: request.params.id },
          'initiative',
        );
        await initiatives.items.change(
          { id: input.id, revision, edit: () => input },
          nameOf(credentials),
        );
        return { body: await initiatives.get(input.id) };
      },
    ),
  );

  router.post(
    '/v1/initiatives/:id/notes',
    auditedRoute(
      options,
      { eventId: 'executive-initiative-note', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, executiveInitiativeManagePermission);
        const note = parseInput(noteSchema, request.body, 'note');
        return {
          status: 201,
          body: await initiatives.addNote(
            request.params.id,
            note,
            nameOf(credentials),
          ),
        };
      },
    ),
  );
  return router;
}
