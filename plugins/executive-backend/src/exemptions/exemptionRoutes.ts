import { InputError } from '@backstage/errors';
import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { executiveExemptionManagePermission } from '@portal/plugin-executive-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { FormulaStore } from '../health/FormulaStore';
import { exemptionSchema } from './exemptionSchema';
import {
  exemptionId,
  toExemption,
  type ExemptionStore,
} from './ExemptionStore';

/** What the routes of exemptions need. */
export type ExemptionRoutesOptions = RouteOptions & {
  access: ExecutiveAccess;
  exemptions: ExemptionStore;
  formulas: Pick<FormulaStore, 'current'>;
  /** Has services judged anew. */
  onChanged: () => void;
};

/** Routes of exemptions. */
export function exemptionRoutes(options: ExemptionRoutesOptions): Router {
  const { access, exemptions, formulas, onChanged } = options;
  const router = PromiseRouter();

  router.get(
    '/v1/exemptions',
    auditedRoute(
      options,
      { eventId: 'executive-exemptions-read' },
      async (_request, credentials) => {
        const all = (await exemptions.list()).map(toExemption);
        const readable = await access.readable(credentials, [
          ...new Set(all.map(({ entityRef }) => entityRef)),
        ]);
        return {
          body: {
            items: all
              .filter(({ entityRef }) => readable.has(entityRef))
              .sort(
                (one, other) =>
                  other.until.localeCompare(one.until) ||
                  one.id.localeCompare(other.id),
              ),
          },
        };
      },
    ),
  );

  router.post(
    '/v1/exemptions',
    auditedRoute(
      options,
      { eventId: 'executive-exemption-create', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, executiveExemptionManagePermission);
        const input = parseInput(exemptionSchema, request.body, 'exemption');
        await access.readNode(credentials, input.entityRef);
        const { pillars } = await formulas.current();
        if (!pillars.some(({ id }) => id === input.pillarId)) {
          throw new InputError(
            `exemption: pillarId: found "${
              input.pillarId
            }", expected one of ${pillars.map(({ id }) => id).join(', ')}`,
          );
        }
        const decidedBy = nameOf(credentials);
        const exemption = await exemptions.create(
          { id: exemptionId(input), document: { ...input, decidedBy } },
          decidedBy,
        );
        onChanged();
        return { status: 201, body: toExemption(exemption) };
      },
    ),
  );
  return router;
}
