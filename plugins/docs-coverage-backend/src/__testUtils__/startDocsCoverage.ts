import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import type {
  SchedulerServiceTaskFunction,
  ServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import metricsPlugin from '@portal/plugin-metrics-backend';
import orgHistoryPlugin from '@portal/plugin-org-history-backend';
import type { Knex } from 'knex';
import doraPlugin from '@portal/plugin-dora-backend';
import docsCoveragePlugin from '..';
import { catalogOf } from './catalogOf';
import { techdocsPlugin, type Sites } from './techdocsPlugin';

/** The PostgreSQL that integration tests run on. */
export const testDatabases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** A backend with the plugin, the metric store and documentation sites. It scans when it starts. */
export async function startDocsCoverage(options: {
  knex: Knex;
  entities?: Entity[];
  /** References of what users do not see. */
  hidden?: string[];
  sites?: Sites;
  broken?: string;
  /** Runs the delivery plugin, too, and no task but when the test says so. */
  delivery?: boolean;
  config?: JsonObject;
  permissions?: ServiceFactory;
}) {
  // The password is hidden from copies.
  const { host, port, user, password, database } =
    options.knex.client.config.connection;
  const tasks = new Map<string, SchedulerServiceTaskFunction>();
  const backend = await startTestBackend({
    features: [
      docsCoveragePlugin,
      metricsPlugin,
      orgHistoryPlugin,
      ...(options.delivery ? [doraPlugin] : []),
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
      options.delivery
        ? mockServices.scheduler.mock({
            scheduleTask: async ({ id, fn }) => void tasks.set(id, fn),
            createScheduledTaskRunner: () => ({ run: async () => {} }),
          }).factory
        : mockServices.scheduler.factory({
            includeInitialDelayedTasksOnStartup: true,
          }),
      catalogOf(options.entities ?? [], options.hidden),
    ],
  });
  const { server } = backend;
  const { port: serverPort } = server.address() as { port: number };

  async function send(
    path: string,
    init: RequestInit = {},
    authorization: string = mockCredentials.user.header(),
  ) {
    const response = await fetch(`http://localhost:${serverPort}/api${path}`, {
      ...init,
      headers: {
        Authorization: authorization,
        'Content-Type': 'application/json',
      },
    });
    const text = await response.text();
    return { status: response.status, body: text && JSON.parse(text) };
  }
  return {
    get: (path: string) => send(path),
    post: (path: string, body: object | string, authorization?: string) =>
      send(
        path,
        {
          method: 'POST',
          body: typeof body === 'string' ? body : JSON.stringify(body),
        },
        authorization,
      ),
    // Who is part of what is known first: the delivery plugin asks for it.
    scan: async () => {
      for (const id of ['org-history-poll', 'docs-coverage-scan']) {
        await tasks.get(id)?.(new AbortController().signal);
      }
    },
    stop: async () => {
      server.closeAllConnections();
      await backend.stop();
    },
  };
}
