import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  type BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { standardWidgets } from '@portal/plugin-widgets-common';
import { provideWidgetDefinitions } from '@portal/plugin-widgets-node';
import knexFactory from 'knex';
import dashboardsPlugin from '..';

/** The PostgreSQL that integration tests run on. */
export const testDatabases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** The groups of the people in tests: jane and joe are in one, eve is in none. */
const groupsOf: Record<string, string[]> = {
  'user:default/jane': ['group:default/payments'],
  'user:default/joe': ['group:default/payments'],
};

/** People keep the groups of their sign-in; tests sign nobody in. */
const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials) {
      const { userEntityRef } = credentials.principal as {
        userEntityRef: string;
      };
      return {
        userEntityRef,
        ownershipEntityRefs: [
          userEntityRef,
          ...(groupsOf[userEntityRef] ?? []),
        ],
      };
    },
  }),
});

/** Where the database is that replicas share. */
export type Connection = {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
};

/** An empty database. */
export async function createDatabase(): Promise<Connection> {
  const { client } = await testDatabases.init('POSTGRES_18');
  // The password hides from copies.
  const { host, port, user, password, database } = client.config.connection;
  return { host, port, user, password, database };
}

/**
 * A running backend with this plugin and others, each with its schema in a database of their own, or in the one that is given:
 * two with the same are replicas.
 */
export async function startDashboards(options?: {
  config?: JsonObject;
  connection?: Connection;
  features?: BackendFeature[];
}) {
  const connection = options?.connection ?? (await createDatabase());
  const backend = await startTestBackend({
    features: [
      dashboardsPlugin,
      userInfo,
      provideWidgetDefinitions(standardWidgets),
      databaseServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:0',
            database: {
              client: 'pg',
              connection,
              pluginDivisionMode: 'schema',
            },
          },
          ...options?.config,
        },
      }),
      ...(options?.features ?? []),
    ],
  });
  const knex = knexFactory({
    client: 'pg',
    connection,
    searchPath: ['dashboards'],
  });
  async function stop() {
    await knex.destroy();
    await backend.stop();
  }
  return { server: backend.server, stop, knex };
}
