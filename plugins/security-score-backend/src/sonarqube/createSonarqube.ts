import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { ReportImporter } from '../import/ReportImporter';
import { PulledSources } from '../pull/PulledSources';
import { readSonarqubeConfig } from './readSonarqubeConfig';
import { SonarClient } from './SonarClient';
import { SonarqubePuller } from './SonarqubePuller';

/** What the room of SonarQube needs. */
export type CreateSonarqubeOptions = {
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  config: RootConfigService;
  importer: Pick<ReportImporter, 'import'>;
  logger: LoggerService;
  scheduler: SchedulerService;
};

/** Makes the room of SonarQube, where one is configured: asks it by its schedule. */
export async function createSonarqube(
  options: CreateSonarqubeOptions,
): Promise<void> {
  const { client, config, scheduler } = options;
  const settings = readSonarqubeConfig(config);
  if (!settings) {
    return;
  }
  const puller = SonarqubePuller.create({
    ...options,
    baseUrl: settings.baseUrl,
    sonar: SonarClient.create(settings),
    sources: PulledSources.create({ client, puller: 'sonarqube' }),
  });
  await scheduler.scheduleTask({
    ...settings.schedule,
    id: 'security-score-sonarqube',
    scope: 'global',
    fn: async signal => {
      await puller.run(signal as AbortSignal);
    },
  });
}
