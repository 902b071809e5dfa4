import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultWebhookInboxService } from './DefaultWebhookInboxService';
import type { WebhookInboxService } from './WebhookInboxService';

/**
 * The webhook inbox, for every backend plugin, in the same process or another.
 *
 * @public
 */
export const webhookInboxServiceRef = createServiceRef<WebhookInboxService>({
  id: 'webhooks.inbox',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        rootLifecycle: coreServices.rootLifecycle,
      },
      factory: deps => DefaultWebhookInboxService.create(deps),
    }),
});
