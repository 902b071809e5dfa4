import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import type { WebhookDelivery } from '@portal/plugin-webhooks-common';
import {
  webhookInboxServiceRef,
  type WebhookConsumer,
} from '@portal/plugin-webhooks-node';

/** Another plugin that reads deliveries, and what it got. */
export function collector(consumer: Partial<WebhookConsumer> = {}) {
  const got: (WebhookDelivery & { at: number })[] = [];
  const feature = createBackendPlugin({
    pluginId: 'collector',
    register(env) {
      env.registerInit({
        deps: {
          inbox: webhookInboxServiceRef,
          lifecycle: coreServices.lifecycle,
        },
        async init({ inbox }) {
          inbox.subscribe({
            consumer: 'collector',
            senders: ['github', 'generic'],
            ...consumer,
            async handle(delivery, options) {
              got.push({ ...delivery, at: Date.now() });
              await consumer.handle?.(delivery, options);
            },
          });
        },
      });
    },
  });
  return { feature, got };
}
