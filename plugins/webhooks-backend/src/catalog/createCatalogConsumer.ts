import type { CatalogScmEventsService } from '@backstage/plugin-catalog-node/alpha';
import type { WebhookConsumer } from '@portal/plugin-webhooks-node';
import { readGithubChanges } from './readGithubChanges';
import { readGitlabChanges } from './readGitlabChanges';

/** Tells the catalog which files and repositories changed, so that it reads them again at once. */
export function createCatalogConsumer(options: {
  scmEvents: CatalogScmEventsService;
}): WebhookConsumer {
  return {
    consumer: 'catalog',
    senders: ['github', 'gitlab'],
    async handle(delivery) {
      const payload: unknown = JSON.parse(delivery.body);
      const events =
        delivery.sender === 'github'
          ? readGithubChanges(delivery.event, payload)
          : readGitlabChanges(delivery.event, payload);
      if (events.length > 0) {
        await options.scmEvents.publish(events);
      }
    },
  };
}
