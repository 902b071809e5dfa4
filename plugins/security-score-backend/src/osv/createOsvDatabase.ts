import path from 'node:path';
import type {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { ReportImporter } from '../import/ReportImporter';
import { OsvLoader } from './OsvLoader';
import { OsvMatcher } from './OsvMatcher';

/** What the OSV database works with. */
export type OsvDatabaseOptions = {
  client: Knex;
  config: RootConfigService;
  importer: Pick<ReportImporter, 'import'>;
  logger: LoggerService;
  scheduler: SchedulerService;
};

/** Keeps `securityScore.osvDatabase` and holds inventories against it, both when something changed. */
export async function createOsvDatabase(
  options: OsvDatabaseOptions,
): Promise<void> {
  const { client, config, scheduler } = options;
  const folder = config.getOptionalString('securityScore.osvDatabase.folder');
  const matcher = OsvMatcher.create(options);
  const loader = OsvLoader.create({
    ...options,
    folder: path.resolve(folder ?? '.'),
  });
  const task = (
    id: string,
    frequency: { minutes: number } | { hours: number },
    fn: (signal: AbortSignal) => Promise<unknown>,
  ) =>
    scheduler.scheduleTask({
      id: `security-score-${id}`,
      frequency,
      initialDelay: { seconds: 30 },
      timeout: { hours: 3 },
      scope: 'global',
      fn: async signal => {
        await fn(signal as AbortSignal);
      },
    });
  if (folder === undefined) {
    await task('osv-forget', { hours: 24 }, async signal => {
      const [{ count }] = await client('osv_matches').count();
      if (Number(count) > 0) {
        await matcher.forget({ signal });
      }
      await loader.forget();
    });
    return;
  }
  await task('osv-load', { hours: 1 }, signal => loader.load({ signal }));
  await task('osv-match', { minutes: 2 }, signal => matcher.run({ signal }));
}
