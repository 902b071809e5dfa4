import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import type { DeliveryStore } from '../database/DeliveryStore';
import type { OverviewStore } from '../database/OverviewStore';
import { DatabaseDigestStore } from './DatabaseDigestStore';
import { DatabaseToldTierStore } from './DatabaseToldTierStore';
import { DigestSender } from './DigestSender';
import { readNotifyConfig } from './readNotifyConfig';
import { TierChangeTeller } from './TierChangeTeller';

/** What {@link scheduleNotifications} works with. */
export type NotificationsOptions = {
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  config: RootConfigService;
  delivery: DeliveryStore;
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
  windows: OverviewStore;
};

/** Tells owners what changed, by and by, one instance at a time. */
export async function scheduleNotifications(
  options: NotificationsOptions,
): Promise<void> {
  const { client, config, scheduler } = options;
  const { tierChanges, digest } = readNotifyConfig(config);
  if (tierChanges) {
    const teller = TierChangeTeller.create({
      ...options,
      ...tierChanges,
      store: DatabaseToldTierStore.create({ client }),
    });
    await scheduler.scheduleTask({
      id: 'dora-tell-tier-changes',
      frequency: { hours: 1 },
      initialDelay: { minutes: 3 },
      timeout: { minutes: 30 },
      scope: 'global',
      fn: async signal => teller.run({ signal }),
    });
  }
  if (digest) {
    const sender = DigestSender.create({
      ...options,
      settings: digest,
      store: DatabaseDigestStore.create({ client }),
    });
    await scheduler.scheduleTask({
      id: 'dora-send-digests',
      frequency: { minutes: 10 },
      initialDelay: { minutes: 3 },
      timeout: { minutes: 30 },
      scope: 'global',
      fn: async signal => sender.run({ signal }),
    });
  }
}
