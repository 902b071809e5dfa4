import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import serviceHealthPlugin from '..';

/** What a replica is made of that differs from test to test. */
export type ReplicaOptions = {
  /** The database that replicas share. */
  knex: Knex;
  /** Probes at once. */
  concurrency: number;
  entities: Entity[];
  /** Gets the title of each notification. */
  onNotified: (title: string) => void;
};

/** One of several backends on a database, with connections and a scheduler of its own as in production. */
export async function startReplica(options: ReplicaOptions) {
  const { knex, concurrency, entities, onNotified } = options;
  // The password hides from copies.
  const { host, port, user, password, database } =
    knex.client.config.connection;
  return startTestBackend({
    features: [
      serviceHealthPlugin,
      databaseServiceFactory,
      schedulerServiceFactory,
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          send: async ({ payload }) => onNotified(payload.title),
        }),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:7007',
            database: {
              client: 'pg',
              connection: { host, port, user, password, database },
              pluginDivisionMode: 'schema',
            },
          },
          serviceHealth: { allow: ['127.0.0.1'], concurrency },
        },
      }),
    ],
  });
}
