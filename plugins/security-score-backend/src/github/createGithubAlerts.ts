import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { githubHosts } from '@portal/github-rest';
import type { Knex } from 'knex';
import type { ReportImporter } from '../import/ReportImporter';
import { PulledSources } from '../pull/PulledSources';
import { GithubAlertPuller } from './GithubAlertPuller';
import { readGithubAlertsConfig } from './readGithubAlertsConfig';

/** What the room of GitHub's alerts needs. */
export type CreateGithubAlertsOptions = {
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  config: RootConfigService;
  importer: Pick<ReportImporter, 'import'>;
  logger: LoggerService;
  scheduler: SchedulerService;
};

/** Makes the room of GitHub's alerts, where it is enabled: looks for them by its schedule. */
export async function createGithubAlerts(
  options: CreateGithubAlertsOptions,
): Promise<void> {
  const { client, config, logger, scheduler } = options;
  const settings = readGithubAlertsConfig(config);
  if (!settings.enabled) {
    return;
  }
  const integrations = ScmIntegrations.fromConfig(config);
  const hosts = githubHosts(config, integrations);
  if (hosts.length === 0) {
    logger.warn(
      'securityScore.github is enabled, and no GitHub can be read: add one to integrations.github in the configuration, with its token or app, and its apiBaseUrl where it is not github.com',
    );
    return;
  }
  const puller = GithubAlertPuller.create({
    ...options,
    credentials:
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    hosts,
    integrations,
    keepRemaining: settings.keepRemaining,
    sources: PulledSources.create({ client, puller: 'github' }),
  });
  await scheduler.scheduleTask({
    ...settings.schedule,
    id: 'security-score-github',
    scope: 'global',
    fn: async signal => {
      await puller.run(signal as AbortSignal);
    },
  });
}
