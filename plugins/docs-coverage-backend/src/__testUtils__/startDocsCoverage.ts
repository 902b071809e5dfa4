import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import type { ServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import metricsPlugin from '@portal/plugin-metrics-backend';
import orgHistoryPlugin from '@portal/plugin-org-history-backend';
import type { Knex } from 'knex';
import docsCoveragePlugin from '..';
import { techdocsPlugin, type Sites } from './techdocsPlugin';

/** The PostgreSQL that integration tests run on. */
export const testDatabases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** A backend with the plugin, the metric store and documentation sites. It scans when it starts. */
export async function startDocsCoverage(options: {
  knex: Knex;
  entities?: Entity[];
  sites?: Sites;
  broken?: string;
  config?: JsonObject;
  permissions?: ServiceFactory;
}) {
  // The password is hidden from copies.
  const { host, port, user, password, database } =
    options.knex.client.config.connection;
  const backend = await startTestBackend({
    features: [
      docsCoveragePlugin,
      metricsPlugin,
      orgHistoryPlugin,
      techdocsPlugin(options.sites ?? {}, options.broken),
      databaseServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: {
              client: 'pg',
              connection: { host, port, user, password, database },
              pluginDivisionMode: 'schema',
            },
          },
          docsCoverage: { initialDelay: '0s', ...options.config },
          orgHistory: { initialDelay: '0s', waitUntilSettled: false },
        },
      }),
      options.permissions ?? mockServices.permissions.factory(),
      mockServices.scheduler.factory({
        includeInitialDelayedTasksOnStartup: true,
      }),
      catalogServiceMock.factory({ entities: options.entities ?? [] }),
    ],
  });
  const { server } = backend;
  const { port: serverPort } = server.address() as { port: number };

  async function send(path: string, init: RequestInit = {}) {
    const response = await fetch(`http://localhost:${serverPort}/api${path}`, {
      ...init,
      headers: {
        Authorization: mockCredentials.user.header(),
        'Content-Type': 'application/json',
      },
    });
    return { status: response.status, body: await response.json() };
  }
  return {
    get: (path: string) => send(path),
    post: (path: string, body: object) =>
      send(path, { method: 'POST', body: JSON.stringify(body) }),
    stop: async () => {
      server.closeAllConnections();
      await backend.stop();
    },
  };
}
