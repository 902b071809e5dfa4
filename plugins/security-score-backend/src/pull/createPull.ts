import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { ReportImporter } from '../import/ReportImporter';
import { PulledSources } from './PulledSources';
import { ReportPuller } from './ReportPuller';

/** What the room of fetched reports needs. */
export type CreatePullOptions = {
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  config: RootConfigService;
  importer: Pick<ReportImporter, 'import'>;
  logger: LoggerService;
  scheduler: SchedulerService;
  urlReader: UrlReaderService;
};

/** Makes the room of fetched reports: looks for them by its schedule. */
export async function createPull(options: CreatePullOptions): Promise<void> {
  const { config, scheduler } = options;
  const sources = PulledSources.create(options);
  const puller = ReportPuller.create({ ...options, sources });
  const schedule = config.getOptionalConfig('securityScore.pull.schedule');
  await scheduler.scheduleTask({
    ...(schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : {
          frequency: { hours: 1 },
          initialDelay: { seconds: 90 },
          timeout: { hours: 1 },
        }),
    id: 'security-score-pull',
    scope: 'global',
    fn: async signal => {
      await puller.run({ signal: signal as AbortSignal });
    },
  });
}
