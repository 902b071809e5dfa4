import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { RepositoriesService } from '@portal/plugin-repositories-node';
import type { SettingsStore } from '../../database/SettingsStore';
import type { DeliveryImporter } from '../../services/DeliveryImporter';
import type { SourceStatusStore } from '../../services/SourceStatusStore';
import { AuthorHasher } from './AuthorHasher';
import { readGitSourceConfig } from './config';
import { GitEntityReader } from './GitEntityReader';
import { GitHistoryReader } from './GitHistoryReader';
import { GitMirror } from './GitMirror';
import { GitSource } from './GitSource';

// How often the catalog is asked for repositories that are due. A new component shows its history this soon.
const POLL_MS = 15 * 1000;
// What a run may take beyond its slowest repository: its own budget and what follows it.
const RUN_MARGIN_MS = 3 * 60 * 1000;

/** @internal */
export type CreateGitSourceOptions = {
  config: RootConfigService;
  logger: LoggerService;
  scheduler: SchedulerService;
  catalog: CatalogService;
  auth: AuthService;
  importer: DeliveryImporter;
  statuses: SourceStatusStore;
  settings: SettingsStore;
  repositories: RepositoriesService;
};

/**
 * Sets up the Git source: one scheduled task for all repositories, which runs soon after start and goes on from there.
 *
 * @internal
 */
export async function createGitSource(
  options: CreateGitSourceOptions,
): Promise<void> {
  const { logger, scheduler, settings } = options;
  const config = readGitSourceConfig({ config: options.config, logger });
  const hasher = await AuthorHasher.create({ settings });
  const mirror = GitMirror.create({ config, hasher });
  const history = GitHistoryReader.create({
    authors: hasher,
    maxCommits: config.maxCommits,
  });
  const reader = GitEntityReader.create({
    ...options,
    config,
    history,
    mirror,
  });
  const source = GitSource.create({ ...options, config, reader, mirror });
  await scheduler.scheduleTask({
    id: 'dora-git-source',
    scope: 'global',
    frequency: { milliseconds: Math.min(POLL_MS, config.frequencyMs) },
    initialDelay: { milliseconds: config.initialDelayMs },
    timeout: { milliseconds: config.timeoutMs + RUN_MARGIN_MS },
    fn: signal => source.run(signal),
  });
}
