import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import type { SchedulerServiceTaskFunction } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import scaffolderModelModule from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import metricsPlugin from '@portal/plugin-metrics-backend';
import orgHistoryPlugin from '@portal/plugin-org-history-backend';
import type { Knex } from 'knex';
import scaffolderPortalPlugin from '..';

/** The PostgreSQL that integration tests run on. */
export const testDatabases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** A backend with the plugin, the catalog, the scaffolder and the metric store, all real. Tasks run when the test says so. */
export async function startScaffolderPortal(options: {
  knex: Knex;
  templatesRoot: string;
  /** Files with entities. */
  locations: string[];
  /** What users may not do; services may do everything. */
  denied?: string[];
  config?: JsonObject;
}) {
  const { host, port, user, password, database } =
    options.knex.client.config.connection;
  const tasks = new Map<string, SchedulerServiceTaskFunction>();
  const decide = (
    name: string,
    type: string,
  ): { result: AuthorizeResult.ALLOW | AuthorizeResult.DENY } => ({
    result:
      type === 'user' && options.denied?.includes(name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
  });
  const backend = await startTestBackend({
    features: [
      scaffolderPortalPlugin,
      catalogPlugin,
      scaffolderModelModule,
      scaffolderPlugin,
      metricsPlugin,
      orgHistoryPlugin,
      databaseServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost',
            database: {
              client: 'pg',
              connection: { host, port, user, password, database },
              pluginDivisionMode: 'schema',
            },
          },
          catalog: {
            rules: [{ allow: ['Template', 'Component', 'Group'] }],
            locations: options.locations.map(target => ({
              type: 'file',
              target,
            })),
          },
          scaffolderPortal: {
            templatesRoot: options.templatesRoot,
            ...options.config,
          },
        },
      }),
      mockServices.permissions.mock({
        authorize: async (requests, { credentials }) =>
          requests.map(({ permission }) =>
            decide(
              permission.name,
              (credentials.principal as { type: string }).type,
            ),
          ),
        authorizeConditional: async (requests, { credentials }) =>
          requests.map(({ permission }) =>
            decide(
              permission.name,
              (credentials.principal as { type: string }).type,
            ),
          ),
      }).factory,
      mockServices.scheduler.mock({
        scheduleTask: async ({ id, fn }) => void tasks.set(id, fn),
        createScheduledTaskRunner: () => ({
          run: async ({ id, fn }) => void tasks.set(id, fn),
        }),
      }).factory,
    ],
  });
  const { server } = backend;
  const { port: serverPort } = server.address() as { port: number };

  async function send(
    path: string,
    body?: object,
    authorization: string = mockCredentials.user.header(),
  ) {
    const response = await fetch(`http://localhost:${serverPort}/api${path}`, {
      headers: {
        Authorization: authorization,
        'Content-Type': 'application/json',
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text && JSON.parse(text) };
  }

  /** Asks until the answer is as expected. */
  async function until<T>(
    ask: () => Promise<T>,
    isThere: (answer: T) => boolean,
  ): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      const answer = await ask();
      if (isThere(answer)) {
        return answer;
      }
      if (attempt > 300) {
        throw new Error(`Not within a minute: ${JSON.stringify(answer)}`);
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  return {
    get: (path: string) => send(path),
    post: (path: string, body: object) => send(path, body),
    asService: (path: string, body?: object) =>
      send(path, body, mockCredentials.service.header()),
    /** Calls an action for assistants. */
    act: (name: string, input: object) =>
      send(
        `/scaffolder-portal/.backstage/actions/v1/actions/${encodeURIComponent(
          `scaffolder-portal:${name}`,
        )}/invoke`,
        input,
      ),
    run: (task: string) => tasks.get(task)!(new AbortController().signal),
    /** Waits until the catalog has the entity. */
    find: (kind: string, name: string) =>
      until(
        () => send(`/catalog/entities/by-name/${kind}/default/${name}`),
        ({ status }) => status === 200,
      ),
    /** Runs a template to its end and answers the id of the task. */
    scaffold: async (template: string, values: object): Promise<string> => {
      const { body } = await send('/scaffolder/v2/tasks', {
        templateRef: `template:default/${template}`,
        values,
      });
      await until(
        () => send(`/scaffolder/v2/tasks/${body.id}`),
        task => ['completed', 'failed'].includes(task.body.status),
      );
      return body.id;
    },
    until,
    stop: async () => {
      server.closeAllConnections();
      await backend.stop();
    },
  };
}
