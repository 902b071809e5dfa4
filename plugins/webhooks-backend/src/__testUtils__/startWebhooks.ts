import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import webhooksPlugin from '..';

/** The PostgreSQL that integration tests run on. */
export const testDatabases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** A secret for every sender; for the second a place in the list was kept. */
export const secret = 'kept-between-two-machines';

const senderSecrets: JsonObject = Object.fromEntries(
  [
    'alertmanager',
    'argocd',
    'azure-devops',
    'cdevents',
    'generic',
    'github',
    'gitlab',
    'pagerduty',
  ].map(id => [id, { secrets: ['an-older-one', secret] }]),
);

/** A running backend with this plugin and others, on a database of its own or a given one. */
export async function startWebhooks(options?: {
  knex?: Knex;
  webhooks?: JsonObject;
  features?: BackendFeature[];
}) {
  const knex = options?.knex ?? (await testDatabases.init('POSTGRES_18'));
  const backend = await startTestBackend({
    features: [
      webhooksPlugin,
      mockServices.database.factory({ knex, migrations: { skip: false } }),
      mockServices.rootConfig.factory({
        data: {
          webhooks: { senders: senderSecrets, ...options?.webhooks },
        },
      }),
      ...(options?.features ?? []),
    ],
  });
  const { server } = backend;
  async function stop() {
    // A client may have opened a connection for a next request that never comes. The server would wait for it.
    const timer = setTimeout(() => server.closeAllConnections(), 500);
    await backend.stop();
    clearTimeout(timer);
  }
  return { server, stop, knex };
}
