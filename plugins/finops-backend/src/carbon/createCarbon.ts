import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { OrgTree } from '@portal/plugin-org-history-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import type { CostAccess } from '../access/CostAccess';
import type { StoreFacts } from '../costs/StoreFacts';
import { CarbonFactorFiles } from './CarbonFactorFiles';
import { CarbonFactorStore } from './CarbonFactorStore';
import { CarbonReader } from './CarbonReader';
import { CarbonRecalculation } from './CarbonRecalculation';
import { addCarbonRoutes } from './carbonRoutes';

/** What {@link createCarbon} works with. */
export type CarbonOptions = {
  access: CostAccess;
  auditor: AuditorService;
  client: Knex;
  config: RootConfigService;
  currency: string;
  facts: StoreFacts;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  scheduler: SchedulerService;
  tree: OrgTree;
  urlReader: UrlReaderService;
};

/**
 * Starts the estimates of carbon.
 *
 * @returns its routes
 */
export async function createCarbon(options: CarbonOptions): Promise<Router> {
  const { config, scheduler } = options;
  const factors = CarbonFactorStore.create(options);
  const recalculation = CarbonRecalculation.create({
    ...options,
    factors,
    files: CarbonFactorFiles.create({
      ...options,
      files: config.getOptionalStringArray('finops.carbon.files') ?? [],
    }),
  });
  await scheduler.scheduleTask({
    id: 'finops-estimate-carbon',
    frequency: { minutes: 10 },
    initialDelay: { seconds: 20 },
    timeout: { hours: 2 },
    scope: 'global',
    fn: async signal => recalculation.run(signal as AbortSignal),
  });
  const router = PromiseRouter();
  addCarbonRoutes(router, {
    ...options,
    carbon: CarbonReader.create({ ...options, factors }),
  });
  return router;
}
