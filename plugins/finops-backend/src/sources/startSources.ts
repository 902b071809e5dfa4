import type {
  LoggerService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CostImporter } from './CostImporter';
import type { CostSource } from './CostSource';
import { createObjectStores } from './createObjectStores';
import { FilesSource } from './FilesSource';
import { OpenCostSource } from './OpenCostSource';
import { PriceListSource } from './PriceListSource';
import { readSourcesConfig, type SourceConfig } from './readSourcesConfig';
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
  const findStores = createObjectStores(config);

  function createSource(sourceConfig: SourceConfig): CostSource {
    const given = { config: sourceConfig, urlReader, allowedFolders };
    switch (sourceConfig.type) {
      case 'prices':
        return PriceListSource.create(given);
      case 'opencost':
        return OpenCostSource.create(sourceConfig);
      default:
        return FilesSource.create({
          ...given,
          findStore: findStores(sourceConfig),
        });
    }
  }

  for (const sourceConfig of readSourcesConfig(config)) {
    const source = createSource(sourceConfig);
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
