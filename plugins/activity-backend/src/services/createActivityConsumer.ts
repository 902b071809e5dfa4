import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { WebhookConsumer } from '@portal/plugin-webhooks-node';
import type { ActivityStore } from '../database/ActivityStore';
import { activityParsers } from '../parse/activityParsers';
import type { ParsedActivity } from '../parse/ParsedActivity';
import type { ActivityTeller } from './ActivityTeller';

/**
 * Reads the deliveries of webhooks. Of one that is wrong in parts the rest is written; one that is wrong as a whole goes back
 * to the inbox, which keeps it as a dead letter.
 */
export function createActivityConsumer(options: {
  accepts: (activity: ParsedActivity) => boolean;
  logger: LoggerService;
  store: ActivityStore;
  teller: ActivityTeller;
}): WebhookConsumer {
  const { accepts, logger, store, teller } = options;
  return {
    consumer: 'activity',
    senders: [...activityParsers.keys()],
    async handle(delivery) {
      const { id, sender, event } = delivery;
      const parse = activityParsers.get(sender);
      const parsed = parse?.(delivery) ?? { activities: [] };
      const { rejected = [], ignored } = parsed;
      const activities = parsed.activities.filter(accepts);
      if (rejected.length > 0 && parsed.activities.length === 0) {
        throw new InputError(rejected.slice(0, 5).join('; '));
      }
      if (rejected.length > 0) {
        logger.warn(
          `${rejected.length} activities of the delivery ${id} of ${sender} were not taken. The first one: ${rejected[0]}`,
        );
      }
      if (ignored) {
        logger.debug(
          `The delivery ${id} of ${sender} (${event}) tells nothing: ${ignored}`,
        );
      }
      if (activities.length > 0) {
        teller.tell(await store.write(activities));
      }
    },
  };
}
