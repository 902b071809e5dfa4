import type {
  LoggerService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CostImporter } from './CostImporter';
import { FilesSource } from './FilesSource';
import { PriceListSource } from './PriceListSource';
import { readSourcesConfig } from './readSourcesConfig';
import { runSource } from './runSource';
import type { SourceStateStore } from './SourceStateStore';

/**
 * Reads the sources of the configuration on their schedules, each on its own, and one portal at a time.
 *
 * @internal
 */
export async function startSources(options: {
  config: Config;
  scheduler: SchedulerService;
  urlReader: UrlReaderService;
  importer: CostImporter;
  store: SourceStateStore;
  logger: LoggerService;
}): Promise<void> {
  const { config, scheduler, urlReader, importer, store, logger } = options;
  const allowedFolders =
    config.getOptionalStringArray('finops.allowedFolders') ?? [];
  for (const sourceConfig of readSourcesConfig(config)) {
    const given = { config: sourceConfig, urlReader, allowedFolders };
    const source =
      sourceConfig.type === 'prices'
        ? PriceListSource.create(given)
        : FilesSource.create(given);
    await scheduler.scheduleTask({
      ...sourceConfig.schedule,
      id: `finops-source-${source.name}`,
      scope: 'global',
      fn: async signal =>
        runSource(source, {
          importer,
          store,
          logger,
          now: new Date(),
          signal: signal as AbortSignal,
        }),
    });
  }
}
