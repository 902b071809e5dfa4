import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { DayStore } from '../database/DayStore';
import { deleteOld } from '../database/deleteOld';
import type { ChangeTeller } from '../notify/ChangeTeller';
import type { AvailabilityPublisher } from '../publish/AvailabilityPublisher';
import type { WatchReader } from '../watch/WatchReader';

/** Starts what runs beside the probes, on one replica at a time. */
export async function scheduleUpkeep(options: {
  client: Knex;
  days: DayStore;
  publisher: AvailabilityPublisher;
  scheduler: SchedulerService;
  teller: ChangeTeller;
  watch: WatchReader;
}): Promise<void> {
  const { client, days, publisher, scheduler, teller, watch } = options;
  await scheduler.scheduleTask({
    id: 'service-health-watch',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 15 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async () => {
      await watch.read();
    },
  });
  await scheduler.scheduleTask({
    id: 'service-health-tell',
    frequency: { seconds: 10 },
    initialDelay: { seconds: 20 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: async signal => teller.tell(signal),
  });
  await scheduler.scheduleTask({
    id: 'service-health-days',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 30 },
    timeout: { minutes: 30 },
    scope: 'global',
    fn: async signal => {
      await days.roll(signal);
      await publisher.publish({ signal });
    },
  });
  await scheduler.scheduleTask({
    id: 'service-health-retention',
    frequency: { hours: 1 },
    initialDelay: { minutes: 10 },
    timeout: { minutes: 30 },
    scope: 'global',
    fn: async signal => deleteOld(client, signal),
  });
}
