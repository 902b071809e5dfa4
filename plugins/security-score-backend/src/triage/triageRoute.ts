import { InputError } from '@backstage/errors';
import type { CatalogAccess } from '@portal/backend-access';
import {
  securityFindingTriagePermission,
  triages,
} from '@portal/plugin-security-score-common';
import type { Router } from 'express';
import { z } from 'zod';
import type { SecurityAccess } from '../access/SecurityAccess';
import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { findingIds, personRef, plainText } from '../work/inputFields';
import { readProvenance } from '../work/readProvenance';
import type { FindingTriage } from './FindingTriage';

/** What the route works with. */
export type TriageRouteOptions = RouteOptions & {
  access: SecurityAccess;
  catalogAccess: CatalogAccess;
  demo: boolean;
  triage: FindingTriage;
};

const leastReason = 10;
const bodySchema = z
  .strictObject({
    ids: findingIds,
    triage: z.enum(triages).optional(),
    reason: plainText.max(2000).optional(),
    assignee: personRef.nullable().optional(),
    by: personRef.optional(),
  })
  .refine(
    ({ triage, assignee }) => triage !== undefined || assignee !== undefined,
    'found neither triage nor assignee, expected at least one',
  )
  .refine(
    ({ triage, reason }) =>
      (triage !== 'not-affected' && triage !== 'false-positive') ||
      (reason?.length ?? 0) >= leastReason,
    `reason: expected ${leastReason} characters or more, since the findings no longer count`,
  );

/** The route by which people say what findings are. */
export function addTriageRoute(
  router: Router,
  options: TriageRouteOptions,
): void {
  const { access, catalogAccess, demo, triage } = options;
  router.post(
    '/v1/findings/triage',
    auditedRoute(
      options,
      { eventId: 'finding-triage', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, securityFindingTriagePermission);
        const provenance = readProvenance(request, credentials, { demo });
        const { by, ...change } = parseInput(bodySchema, request.body, 'body');
        if (by && !provenance.demo) {
          throw new InputError(
            'by: found a name, expected none; what somebody says is written down under the own name',
          );
        }
        const { refs } = await access.readFindings(credentials);
        if (change.assignee) {
          await catalogAccess.requireVisible(credentials, [change.assignee]);
        }
        const changed = await triage.change(
          {
            ...change,
            by: by ?? nameOf(credentials),
            at: provenance.at,
          },
          refs,
        );
        return {
          body: { changed },
          meta: {
            findings: change.ids.join(','),
            changed,
            ...(change.triage && { triage: change.triage }),
          },
        };
      },
    ),
  );
}
