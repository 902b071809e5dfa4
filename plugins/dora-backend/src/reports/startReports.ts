import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { WebhookSenderId } from '@portal/plugin-webhooks-common';
import type { WebhookInboxService } from '@portal/plugin-webhooks-node';
import type { Knex } from 'knex';
import type { ReportParser } from '../sources/reports/Parser';
import { createReportConsumer } from './createReportConsumer';
import type { EnvironmentMapping } from './EnvironmentMapping';
import { readCatalogEnvironments } from './readCatalogEnvironments';
import type { ReportStore } from './ReportStore';
import { SubjectIndex } from './SubjectIndex';

export type StartReportsOptions = {
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  environments: EnvironmentMapping;
  inbox: WebhookInboxService;
  logger: LoggerService;
  parsers: ReadonlyMap<WebhookSenderId, ReportParser>;
  scheduler: SchedulerService;
  store: ReportStore;
  /** Milliseconds between two looks at the catalog. */
  catalogFrequency: number;
  /** Called when there is something to derive. */
  onQueued: () => void;
};

/** Reads what tools report, and keeps up with the catalog's components and environments. */
export async function startReports(
  options: StartReportsOptions,
): Promise<void> {
  const { catalogFrequency, environments, inbox, logger, scheduler } = options;
  const index = SubjectIndex.create(options);
  const frequency = { milliseconds: catalogFrequency };
  await scheduler.scheduleTask({
    id: 'dora-catalog-look',
    scope: 'global',
    frequency,
    initialDelay: { milliseconds: Math.min(3000, catalogFrequency) },
    timeout: { minutes: 10 },
    fn: async signal => {
      await lookAtEnvironments(options);
      await index.run(signal);
    },
  });
  await scheduler.scheduleTask({
    id: 'dora-environments-refresh',
    scope: 'local',
    frequency,
    timeout: { minutes: 1 },
    fn: async () => environments.refresh(),
  });
  inbox.subscribe(createReportConsumer({ ...options, logger }));
}

async function lookAtEnvironments(options: StartReportsOptions): Promise<void> {
  const { environments, logger } = options;
  try {
    const found = await readCatalogEnvironments(options);
    if (found) {
      await environments.update(found);
    }
  } catch (error) {
    logger.warn(
      `The catalog's environments were not read, the ones known are used: ${stringifyError(
        error,
      )}`,
    );
  }
}
