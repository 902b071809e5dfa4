import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { AliasService } from './AliasService';
import type { RetentionService } from './RetentionService';

/** Starts what runs beside the requests, in one instance at a time. */
export async function scheduleUpkeep(options: {
  aliases: AliasService;
  logger: LoggerService;
  retention: RetentionService;
  scheduler: SchedulerService;
}): Promise<void> {
  const { aliases, logger, retention, scheduler } = options;
  await scheduler.scheduleTask({
    id: 'metrics-retention',
    frequency: { days: 1 },
    initialDelay: { minutes: 10 },
    timeout: { minutes: 30 },
    scope: 'global',
    fn: async signal => {
      const deleted = await retention.run(signal);
      if (deleted > 0) {
        logger.info(`Deleted ${deleted} rows after their retention`);
      }
    },
  });
  await scheduler.scheduleTask({
    id: 'metrics-aliases',
    frequency: { minutes: 10 },
    initialDelay: { minutes: 2 },
    timeout: { minutes: 30 },
    scope: 'global',
    fn: async signal => {
      const renamed = await aliases.run(signal);
      if (renamed.length) {
        const names = renamed.join(', ');
        logger.info(`Gave the figures of ${names} to their names of today`);
      }
    },
  });
}
