import { createBackend } from '@backstage/backend-defaults';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { webhookInboxServiceRef } from '@portal/plugin-webhooks-node';
import { appendFileSync } from 'node:fs';
import webhooksPlugin from '..';

// A real backend with the inbox and a consumer that notes what it got in a file. Tests start it as a process, and kill it.
const seenFile = process.env.WEBHOOKS_SEEN_FILE!;

const backend = createBackend();
backend.add(webhooksPlugin);
backend.add(
  createBackendPlugin({
    pluginId: 'seen',
    register(env) {
      env.registerInit({
        deps: { inbox: webhookInboxServiceRef },
        async init({ inbox }) {
          inbox.subscribe({
            consumer: 'seen',
            senders: ['generic'],
            async handle(delivery) {
              appendFileSync(
                seenFile,
                `${process.pid} ${delivery.id} ${delivery.deliveryKey}\n`,
              );
            },
          });
        },
      });
    },
  }),
);
backend.start();
