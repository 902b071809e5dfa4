import path from 'node:path';
import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { ReportImporter } from '../import/ReportImporter';
import { OwnInventory } from './OwnInventory';

/** What the sources work with. */
export type SourcesOptions = {
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  config: RootConfigService;
  importer: Pick<ReportImporter, 'import'>;
  logger: LoggerService;
  scheduler: SchedulerService;
};

/** Starts what the portal fetches by itself. */
export async function createSources(options: SourcesOptions): Promise<void> {
  const { config, scheduler } = options;
  const own = config.getOptionalConfig('securityScore.ownInventory');
  if (own?.getOptionalBoolean('enabled') ?? true) {
    const lockFile = own?.getOptionalString('lockFile');
    const inventory = OwnInventory.create({
      ...options,
      entityRef: stringifyEntityRef(
        parseEntityRef(own?.getOptionalString('entityRef') ?? 'portal', {
          defaultKind: 'component',
        }),
      ),
      lockFile: lockFile && path.resolve(lockFile),
    });
    // Each start of a new version may bring other packages; the catalog may take a while to have the component.
    await scheduler.scheduleTask({
      id: 'security-score-own-inventory',
      frequency: { minutes: 5 },
      initialDelay: { seconds: 20 },
      timeout: { minutes: 5 },
      scope: 'local',
      fn: async signal => {
        await inventory.import({ signal: signal as AbortSignal });
      },
    });
  }
}
