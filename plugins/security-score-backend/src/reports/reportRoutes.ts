import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { securityReportImportPermission } from '@portal/plugin-security-score-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { SecurityAccess } from '../access/SecurityAccess';
import {
  auditedRoute,
  pageOf,
  type RouteOptions,
  textOf,
} from '@portal/backend-routes';
import type { PulledSources } from '../pull/PulledSources';
import { reportNotFound, type ReportStore } from './ReportStore';

/** What the routes of reports need. */
export type ReportRoutesOptions = RouteOptions & {
  access: SecurityAccess;
  pulledSources: Pick<PulledSources, 'list'>;
  reports: ReportStore;
};

/** Which reports came, and what of them was not taken. */
export function reportRoutes(options: ReportRoutesOptions): Router {
  const { access, pulledSources, reports } = options;
  const router = PromiseRouter();
  const read = { eventId: 'security-reports-read' };

  /** Who may send any report sees those of every service. */
  async function readable(
    credentials: BackstageCredentials,
    entityRef?: string,
  ): Promise<string[] | undefined> {
    if (await access.may(credentials, securityReportImportPermission)) {
      return entityRef === undefined ? undefined : [entityRef];
    }
    const { refs } = await access.readFindings(credentials, entityRef);
    return refs;
  }

  router.get(
    '/v1/reports',
    auditedRoute(options, read, async (request, credentials) => ({
      body: await reports.list({
        ...pageOf(request),
        refs: await readable(credentials, textOf(request, 'entityRef')),
      }),
    })),
  );

  router.get(
    '/v1/reports/:id/rejections',
    auditedRoute(options, read, async (request, credentials) => {
      const { id } = request.params;
      const report = await reports.get(id);
      try {
        await readable(credentials, report.entityRef);
      } catch (error) {
        // Ids of what others own are not told from ids that do not exist.
        throw isError(error) && error.name === 'NotAllowedError'
          ? reportNotFound(id)
          : error;
      }
      return { body: await reports.listRejections(id, pageOf(request)) };
    }),
  );

  router.get(
    '/v1/pulled-sources',
    auditedRoute(options, read, async (request, credentials) => ({
      body: {
        items: await pulledSources.list(
          await readable(credentials, textOf(request, 'entityRef')),
        ),
      },
    })),
  );

  router.get(
    '/v1/scans',
    auditedRoute(options, read, async (request, credentials) => {
      const entityRef = textOf(request, 'entityRef') ?? '';
      await readable(credentials, entityRef);
      return { body: { items: await reports.listScans(entityRef) } };
    }),
  );
  return router;
}
