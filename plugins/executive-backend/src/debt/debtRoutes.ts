import { randomUUID } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import {
  executiveDebtManagePermission,
  type DebtAnswer,
} from '@portal/plugin-executive-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { PageReader } from '../PageReaders';
import { nodeQueryOf } from '../portfolio/nodeQueryOf';
import type { DebtReader } from './DebtReader';
import { debtChangeSchema, debtSchema } from './debtSchema';
import { toDebtItem, type DebtStore } from './DebtStore';

/** What the routes of debt need. */
export type DebtRoutesOptions = RouteOptions & {
  access: ExecutiveAccess;
  debt: PageReader<DebtAnswer>;
  debtReader: DebtReader;
  debts: DebtStore;
};

/** Routes of the register of debt and of ends of life. */
export function debtRoutes(options: DebtRoutesOptions): Router {
  const { access, debt, debtReader, debts } = options;
  const router = PromiseRouter();

  router.get(
    '/v1/debt',
    auditedRoute(
      options,
      { eventId: 'executive-debt-read' },
      async (request, credentials) => ({
        body: await debt(credentials, nodeQueryOf(request)),
      }),
    ),
  );

  router.get(
    '/v1/end-of-life',
    auditedRoute(
      options,
      { eventId: 'executive-end-of-life-read' },
      async (request, credentials) => ({
        body: await debtReader.endOfLife(credentials, nodeQueryOf(request)),
      }),
    ),
  );

  router.post(
    '/v1/debt-items',
    auditedRoute(
      options,
      { eventId: 'executive-debt-create', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, executiveDebtManagePermission);
        const input = parseInput(debtSchema, request.body, 'debt');
        await access.readNode(credentials, input.componentRef);
        const item = await debts.create(
          {
            id: randomUUID(),
            document: { ...input, source: 'manual', since: today() },
          },
          nameOf(credentials),
        );
        return { status: 201, body: toDebtItem(item) };
      },
    ),
  );

  router.put(
    '/v1/debt-items/:id',
    auditedRoute(
      options,
      { eventId: 'executive-debt-change', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, executiveDebtManagePermission);
        const { revision, ...input } = parseInput(
          debtChangeSchema,
          request.body,
          'debt',
        );
        const { id } = request.params;
        const before = await debts.get(id);
        // Of where it was, and of where it goes.
        await access.readNode(credentials, before.document.componentRef);
        await access.readNode(credentials, input.componentRef);
        if (input.paidOn !== undefined && input.paidOn > today()) {
          throw new InputError(
            `debt: paidOn: found ${input.paidOn}, expected a day that is not to come`,
          );
        }
        const item = await debts.change(
          {
            id,
            revision,
            edit: ({ document, origin }) =>
              origin === 'rule'
                ? {
                    ...document,
                    interestHours: input.interestHours,
                    fixHours: input.fixHours,
                    note: input.note,
                  }
                : {
                    ...input,
                    source: document.source,
                    since: document.since,
                  },
          },
          nameOf(credentials),
        );
        return { body: toDebtItem(item) };
      },
    ),
  );
  return router;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
