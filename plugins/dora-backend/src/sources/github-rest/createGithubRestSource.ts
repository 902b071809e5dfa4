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
import type { ReportStore } from '../../reports/ReportStore';
import { createGithubParser } from '../github';
import { readSourceOptions } from '../readSourceOptions';
import { GithubRepositoryReader } from './GithubRepositoryReader';
import type { GithubRepositoryStore } from './GithubRepositoryStore';
import { GithubRestSource } from './GithubRestSource';
import { readGithubRestConfig } from './readGithubRestConfig';

const longestLook = 60_000;
const longestPoll = 15_000;

/** @internal */
export type CreateGithubRestSourceOptions = {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  logger: LoggerService;
  reports: ReportStore;
  scheduler: SchedulerService;
  store: GithubRepositoryStore;
};

/**
 * Sets up the reading of GitHub's REST API, where it is enabled: one scheduled task that knows the repositories, and one
 * that reads them in turn, in each process.
 *
 * @internal
 */
export async function createGithubRestSource(
  options: CreateGithubRestSourceOptions,
): Promise<void> {
  const { logger, scheduler } = options;
  const config = readGithubRestConfig(options.config);
  if (!config.enabled) {
    return;
  }
  const integrations = ScmIntegrations.fromConfig(options.config);
  const hosts = githubHosts(options.config, integrations);
  if (hosts.length === 0) {
    logger.warn(
      'dora.sources.githubRest is enabled, and no GitHub can be read: add one to integrations.github in the configuration, with its token or app, and its apiBaseUrl where it is not github.com',
    );
    return;
  }
  const credentials =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const source = GithubRestSource.create({
    ...options,
    config,
    hosts,
    integrations,
    reader: GithubRepositoryReader.create({
      ...options,
      config,
      credentials,
      integrations,
      // What a webhook would say of the same thing.
      parse: createGithubParser(readSourceOptions(options.config).github),
    }),
  });
  const lookEvery = Math.min(longestLook, config.frequency);
  await scheduler.scheduleTask({
    id: 'dora-github-rest-look',
    scope: 'global',
    frequency: { milliseconds: lookEvery },
    initialDelay: { milliseconds: Math.min(3000, lookEvery) },
    timeout: { minutes: 10 },
    fn: signal => source.look(signal),
  });
  await scheduler.scheduleTask({
    id: 'dora-github-rest-read',
    scope: 'local',
    frequency: { milliseconds: Math.min(longestPoll, config.frequency) },
    initialDelay: { milliseconds: Math.min(5000, config.frequency) },
    timeout: { minutes: 15 },
    fn: signal => source.run(signal),
  });
}
