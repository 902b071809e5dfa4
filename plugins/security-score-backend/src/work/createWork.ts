import type {
  AuditorService,
  AuthService,
  DiscoveryService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { CatalogAccess } from '@portal/backend-access';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import type { SecurityAccess } from '../access/SecurityAccess';
import { registerActions } from '../actions/registerActions';
import { addExceptionRoutes } from '../exceptions/exceptionRoutes';
import { Exceptions } from '../exceptions/Exceptions';
import { removeDemoExceptions } from '../exceptions/removeDemoExceptions';
import {
  closeExceptions,
  settleExceptions,
} from '../exceptions/settleExceptions';
import { addExportRoute } from '../exports/exportRoute';
import type { SlaDays } from '../findings/dueSql';
import { BreachTeller } from '../notify/BreachTeller';
import { ExceptionTeller } from '../notify/ExceptionTeller';
import { NoticeSender } from '../notify/NoticeSender';
import { OwnerFinder } from '../notify/OwnerFinder';
import { FindingTriage } from '../triage/FindingTriage';
import { addTriageRoute } from '../triage/triageRoute';
import { addViewRoutes } from '../views/viewRoutes';
import { ViewStore } from '../views/ViewStore';
import { readWorkConfig } from './readWorkConfig';

/** What {@link createWork} works with. */
export type WorkOptions = {
  access: SecurityAccess;
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  config: RootConfigService;
  demo: boolean;
  discovery: DiscoveryService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  slaDays: SlaDays;
};

/**
 * Starts the work on findings: triage, exceptions, what people are told, views and exports.
 *
 * @returns its routes. They come before those of the others: nothing is read before exceptions that have ended are settled.
 */
export async function createWork(options: WorkOptions): Promise<Router> {
  const { client, scheduler, slaDays } = options;
  const settings = readWorkConfig(options.config);
  if (!options.demo) {
    await removeDemoExceptions(client, { slaDays });
  }
  const working = {
    ...options,
    ...settings,
    owners: OwnerFinder.create(options),
  };
  const breaches = BreachTeller.create(working);
  const endings = ExceptionTeller.create(working);
  const notices = NoticeSender.create(options);

  const task = async (
    id: string,
    minutes: number,
    fn: (signal: AbortSignal) => Promise<void>,
  ) =>
    scheduler.scheduleTask({
      id,
      frequency: { minutes },
      initialDelay: { minutes: 2 },
      timeout: { minutes: 30 },
      scope: 'global',
      fn,
    });
  await task('security-score-end-exceptions', 1, async signal => {
    await settleExceptions(client, { slaDays, signal });
    await closeExceptions(client);
  });
  await task('security-score-tell', 5, async signal => {
    await breaches.note({ signal });
    if (settings.tellsBreaches) {
      await breaches.tell({ signal });
    }
    await endings.tell({ signal });
    await notices.run({ signal });
  });
  registerActions(options);

  const routes = {
    ...options,
    catalogAccess: CatalogAccess.create(options),
    exceptions: Exceptions.create(working),
    triage: FindingTriage.create(options),
    views: ViewStore.create(options),
  };
  const router = PromiseRouter();
  router.use('/v1', async () => {
    await settleExceptions(client, { slaDays });
    return 'next';
  });
  addTriageRoute(router, routes);
  addExceptionRoutes(router, routes);
  addExportRoute(router, routes);
  addViewRoutes(router, routes);
  return router;
}
