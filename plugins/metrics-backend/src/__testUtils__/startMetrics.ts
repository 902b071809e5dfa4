import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  createServiceFactory,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { orgHistoryServiceRef } from '@portal/plugin-org-history-node';
import request from 'supertest';
import metricsPlugin from '..';
import type { MemoryOrgHistory } from './MemoryOrgHistory';
import { testDatabases } from './startStore';

const dora = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('plugin:dora'),
  targetPluginId: 'metrics',
});

/** A backend with the plugin. The history of ownership is that in memory, or a plugin among `features`. */
export async function startMetrics(
  options: {
    orgHistory?: MemoryOrgHistory;
    entities?: Parameters<typeof catalogServiceMock.factory>[0];
    config?: JsonObject;
    features?: Parameters<typeof startTestBackend>[0]['features'];
    permissions?: ServiceFactory;
  } = {},
) {
  const knex = await testDatabases.init('POSTGRES_18');
  const { orgHistory } = options;
  // The password is hidden from copies.
  const { host, port, user, password, database } =
    knex.client.config.connection;
  const connection = { host, port, user, password, database };
  const { server } = await startTestBackend({
    features: [
      metricsPlugin,
      databaseServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: {
              client: 'pg',
              connection,
              pluginDivisionMode: 'schema',
            },
          },
          orgHistory: { initialDelay: '0s', waitUntilSettled: false },
          ...options.config,
        },
      }),
      options.permissions ?? mockServices.permissions.factory(),
      mockServices.scheduler.factory({
        includeInitialDelayedTasksOnStartup: true,
      }),
      catalogServiceMock.factory(options.entities),
      ...(orgHistory
        ? [
            createServiceFactory({
              service: orgHistoryServiceRef,
              deps: {},
              factory: () => orgHistory,
            }),
          ]
        : []),
      ...(options.features ?? []),
    ],
  });

  function send(method: 'post' | 'put', path: string, body: object) {
    return request(server)[method](`/api/metrics/v1${path}`).send(body);
  }

  return {
    server,
    get: (path: string) => request(server).get(`/api/metrics/v1${path}`),
    /** As a user. */
    post: (path: string, body: object) => send('post', path, body),
    /** As the plugin `dora`. */
    register: (definitions: object[]) =>
      send('put', '/definitions', { definitions }).set('Authorization', dora),
    publish: (body: object) =>
      send('post', '/publish', body).set('Authorization', dora),
  };
}
