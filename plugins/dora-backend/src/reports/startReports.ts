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
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReportParser } from '../sources/reports/Parser';
import { createReportConsumer } from './createReportConsumer';
import type { EnvironmentMapping } from './EnvironmentMapping';
import { readCatalogEnvironments } from './readCatalogEnvironments';
import type { ReportStore } from './ReportStore';
import { SubjectIndex } from './SubjectIndex';

/** How often the catalog is asked while it has no environment, and for how long at a time. */
const BETWEEN_LOOKS_MS = 2_000;
const LOOKS_UNTIL_MS = 30_000;

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
      if (await foundLater(options, signal)) {
        await index.run(signal);
      }
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

/**
 * Looks again soon while no environment is known: a new portal reads its catalog for some seconds, and until then nothing that is
 * reported counts as production. Returns whether one was found at last, and with it most likely the rest of the catalog.
 */
async function foundLater(
  options: StartReportsOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const { environments, catalogFrequency } = options;
  const isUnknown = () => environments.names().length === 0;
  const end = Date.now() + Math.min(catalogFrequency, LOOKS_UNTIL_MS);
  if (!isUnknown()) {
    return false;
  }
  while (isUnknown() && Date.now() < end && !signal.aborted) {
    await sleep(BETWEEN_LOOKS_MS, undefined, { signal }).catch(() => undefined);
    await lookAtEnvironments(options);
  }
  return !isUnknown();
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
