import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import { triggerTasks } from '../steering/triggerTasks';
import { AllocationReader } from './AllocationReader';
import {
  addAllocationRoutes,
  type AllocationRoutesOptions,
} from './allocationRoutes';
import { AllocationService } from './AllocationService';
import type { Allocator } from './Allocator';
import { CatalogIndex } from './CatalogIndex';
import { MetricWeights } from './MetricWeights';
import { Reallocation } from './Reallocation';
import { RulesFile, rulesLocation } from './RulesFile';
import { RuleStore } from './RuleStore';

/** What {@link createAllocation} works with. */
export type AllocationOptions = {
  access: AllocationRoutesOptions['access'];
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  config: RootConfigService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  metricStore: MetricStoreService;
  scheduler: SchedulerService;
  urlReader: UrlReaderService;
};

/** Starts what finds the owner of costs: rules, what the catalog says, and runs when either changed. */
export async function createAllocation(
  options: AllocationOptions,
): Promise<{ allocator: Allocator; router: Router }> {
  const { client, config, logger, scheduler } = options;
  const rules = RuleStore.create({
    client,
    // What is kept in Git is changed there.
    editable: rulesLocation(config) === undefined,
  });
  const file = RulesFile.create({ ...options, store: rules });
  const catalog = CatalogIndex.create(options);
  const service = AllocationService.create({
    catalog,
    rules,
    weights: MetricWeights.create({ metrics: options.metricStore }),
  });
  const reallocation = Reallocation.create({ client, logger, service });
  await file.refresh();

  await scheduler.scheduleTask({
    id: 'finops-read-catalog',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 15 },
    timeout: { minutes: 5 },
    // Each instance has its own.
    scope: 'local',
    fn: async () => {
      await file.refresh();
      await catalog.refresh();
    },
  });
  await scheduler.scheduleTask({
    id: 'finops-allocate',
    frequency: { minutes: 2 },
    initialDelay: { seconds: 45 },
    timeout: { hours: 2 },
    scope: 'global',
    fn: async signal => {
      await reallocation.run(signal);
    },
  });

  const router = PromiseRouter();
  addAllocationRoutes(router, {
    ...options,
    reader: AllocationReader.create({ catalog, client, rules, service }),
    reallocation,
    rules,
    onChange: () => triggerTasks(scheduler, ['finops-allocate']),
  });
  return { allocator: service, router };
}
