import type { LoggerService } from '@backstage/backend-plugin-api';
import type { WebhookConsumer } from '@portal/plugin-webhooks-node';
import type { WebhookSenderId } from '@portal/plugin-webhooks-common';
import type { ReportParser } from '../sources/reports/Parser';
import type { ReportStore } from './ReportStore';

/**
 * Reads the deliveries of webhooks. What a parser refuses as a whole goes back to the inbox, which keeps it as a dead
 * letter; of the others what is good is written, and what is not is noted.
 */
export function createReportConsumer(options: {
  logger: LoggerService;
  parsers: ReadonlyMap<WebhookSenderId, ReportParser>;
  store: ReportStore;
}): WebhookConsumer {
  const { logger, parsers, store } = options;
  return {
    consumer: 'delivery',
    senders: [...parsers.keys()],
    async handle(delivery) {
      const { id, sender, event } = delivery;
      const {
        facts,
        ignored,
        rejected = [],
      } = parsers.get(sender)?.(delivery) ?? {
        facts: [],
        ignored: 'nothing reads this sender',
      };
      if (ignored !== undefined) {
        logger.debug(
          `The delivery ${id} of ${sender} (${event}) tells nothing: ${ignored}`,
        );
      }
      if (rejected.length > 0) {
        logger.warn(
          `${rejected.length} parts of the delivery ${id} of ${sender} (${event}) were not taken. The first one: ${rejected[0].reason}`,
        );
      }
      if (facts.length + rejected.length > 0) {
        await store.write(facts, {
          provenance: 'report',
          receivedAt: new Date(delivery.receivedAt),
          // Also where there are none: it may have been sent again after a mend.
          rejected: { delivery: id, sender, event, parts: rejected },
        });
      }
    },
  };
}
