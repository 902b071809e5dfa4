import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  findingKinds,
  findingStates,
  severities,
  triages,
  type FindingOrder,
} from '@portal/plugin-security-score-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  auditedRoute,
  flagOf,
  listOf,
  pageOf,
  type RouteOptions,
  textOf,
} from '@portal/backend-routes';
import type { FindingReader } from './FindingReader';

/** Findings, of all that may be read, of one service, and one by itself. */
export function findingRoutes(
  options: RouteOptions & { findings: FindingReader },
): Router {
  const { findings } = options;
  const router = PromiseRouter();
  const read = { eventId: 'security-findings-read' };

  router.get(
    '/v1/findings',
    auditedRoute(options, read, async (request, credentials) => ({
      body: await findings.list(credentials, {
        ...pageOf(request),
        scope: textOf(request, 'scope'),
        state: listOf(request, 'state', findingStates),
        severity: listOf(request, 'severity', severities),
        kind: listOf(request, 'kind', findingKinds),
        triage: listOf(request, 'triage', triages),
        tool: textOf(request, 'tool')?.split(','),
        text: textOf(request, 'text'),
        overdue: flagOf(request, 'overdue'),
        fixable: flagOf(request, 'fixable'),
        kev: flagOf(request, 'kev'),
        vulnerability: textOf(request, 'vulnerability'),
        package: textOf(request, 'package'),
        assignee: textOf(request, 'assignee'),
        order: textOf(request, 'order') as FindingOrder | undefined,
      }),
    })),
  );

  router.get(
    '/v1/findings/:id',
    auditedRoute(options, read, async (request, credentials) => ({
      body: await findings.get(credentials, request.params.id),
    })),
  );

  router.get(
    '/v1/entities/:kind/:namespace/:name/findings',
    auditedRoute(options, read, async (request, credentials) => {
      const { kind, namespace, name } = request.params;
      return {
        body: await findings.list(credentials, {
          ...pageOf(request),
          scope: stringifyEntityRef({ kind, namespace, name }),
          state: listOf(request, 'state', findingStates),
        }),
      };
    }),
  );
  return router;
}
