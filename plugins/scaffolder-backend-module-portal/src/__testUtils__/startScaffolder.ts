import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type BackendFeature,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleScaffolder from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import catalogModulePortalModel from '@portal/plugin-catalog-backend-module-portal-model';
import { notificationService } from '@backstage/plugin-notifications-node';
import repositoriesPlugin from '@portal/plugin-repositories-backend';
import { repositoriesUrlReaderFactory } from '@portal/plugin-repositories-node';
import scaffolderPortalPlugin from '@portal/plugin-scaffolder-portal-backend';
import type { Knex } from 'knex';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import scaffolderModulePortal from '..';

/** The PostgreSQL that integration tests run on. */
export const testDatabases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** A task as the API answers it, and what it logged. */
export type FinishedTask = {
  id: string;
  status: string;
  output: JsonObject;
  log: string;
};

/**
 * A backend with the real scaffolder, catalog and repositories, all on one database. The folder holds `catalog.yaml`, which
 * is read at start, and gets `repositories`.
 */
export async function startScaffolder(options: {
  folder: string;
  parts?: string;
  /** The database of the one before, for a restart. */
  database?: Knex;
  /** Groups of users, by the user's reference. */
  groups?: Record<string, string[]>;
  /** Names of permissions that users do not have, by the user's reference. */
  denied?: Record<string, string[]>;
  /** More of the configuration. */
  config?: JsonObject;
  /** More features of the backend. */
  features?: BackendFeature[];
}) {
  const { folder, parts } = options;
  const database =
    options.database ?? (await testDatabases.init('POSTGRES_18'));
  const {
    host,
    port: databasePort,
    user,
    password,
  } = database.client.config.connection;
  const told: { recipient: string; title: string; link?: string }[] = [];
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  let scheduler: SchedulerService | undefined;
  const decide = async (
    requests: { permission: { name: string } }[],
    { credentials }: { credentials: { principal?: unknown } },
  ) =>
    requests.map(({ permission }): DefinitivePolicyDecision => {
      const { userEntityRef = '' } = credentials.principal as {
        userEntityRef?: string;
      };
      return {
        result: options.denied?.[userEntityRef]?.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      };
    });
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleScaffolder,
      catalogModulePortalModel,
      scaffolderPlugin,
      scaffolderModulePortal,
      scaffolderPortalPlugin,
      repositoriesPlugin,
      repositoriesUrlReaderFactory,
      ...(options.features ?? []),
      // Pools of its own, so that one after the other can run on the same database.
      databaseServiceFactory,
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          async send({ recipients, payload }) {
            const { entityRef } = recipients as { entityRef: string };
            const { title, link } = payload;
            told.push({ recipient: entityRef, title, link });
          },
        }),
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          async getUserInfo(credentials) {
            const { userEntityRef } = credentials.principal as {
              userEntityRef: string;
            };
            const groups = options.groups?.[userEntityRef] ?? [];
            return {
              userEntityRef,
              ownershipEntityRefs: [userEntityRef, ...groups],
            };
          },
        }),
      }),
      createBackendPlugin({
        pluginId: 'clock',
        register(env) {
          env.registerInit({
            deps: { tasks: coreServices.scheduler },
            async init({ tasks }) {
              scheduler = tasks;
            },
          });
        },
      }),
      mockServices.permissions.mock({
        authorize: decide,
        authorizeConditional: decide,
      }).factory,
      // What is scheduled goes on when the test is over.
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.rootConfig.factory({
        data: {
          // As the portal sets it.
          scaffolder: {
            taskRecovery: { enabled: true, workspaceProvider: 'portal' },
          },
          ...options.config,
          app: { baseUrl },
          backend: {
            baseUrl,
            listen: { host: '127.0.0.1', port },
            database: {
              client: 'pg',
              connection: {
                host,
                port: databasePort,
                user,
                password,
                database: database.client.config.connection.database,
              },
              pluginDivisionMode: 'schema',
            },
          },
          catalog: {
            rules: [
              {
                allow: [
                  'Component',
                  'Resource',
                  'API',
                  'System',
                  'Location',
                  'Template',
                  'Group',
                ],
              },
            ],
            locations: [{ type: 'file', target: join(folder, 'catalog.yaml') }],
          },
          repositories: {
            directory: join(folder, 'repositories'),
            anonymousClone: true,
          },
          scaffolderPortal: {
            ...(options.config?.scaffolderPortal as JsonObject | undefined),
            templatesRoot: join(folder, 'templates'),
          },
          portal: {
            templates: {
              ...((options.config?.portal as JsonObject | undefined)
                ?.templates as JsonObject | undefined),
              ...(parts && { parts }),
              healthTarget: 'https://{name}.{environment}.example.com',
            },
          },
        },
      }),
    ],
  });
  const { server } = backend;
  const authorization = mockCredentials.user.header('user:default/jane');

  async function waitFor<T>(look: () => Promise<T | undefined>): Promise<T> {
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(200)) {
      const found = await look();
      if (found !== undefined) {
        return found;
      }
    }
    throw new Error('It did not come within a minute');
  }

  const api = {
    baseUrl,
    database,
    server,
    told,
    stop: () => backend.stop(),
    /** Runs something scheduled now. */
    trigger: async (task: string) => scheduler?.triggerTask(task),
    authorization,

    /** An entity, as soon as the catalog has it. */
    async entity(ref: string) {
      const [kind, name] = ref.split(':');
      return waitFor(async () => {
        const { status, body } = await request(server)
          .get(`/api/catalog/entities/by-name/${kind}/default/${name}`)
          .set('authorization', authorization);
        return status === 200 ? body : undefined;
      });
    },

    /** Runs a template to its end. */
    async run(
      template: string,
      values: JsonObject,
      secrets?: Record<string, string>,
    ): Promise<FinishedTask> {
      await api.entity(`template:${template}`);
      const { body } = await request(server)
        .post('/api/scaffolder/v2/tasks')
        .set('authorization', authorization)
        .send({ templateRef: `template:default/${template}`, values, secrets });
      return api.finish(body.id);
    },

    /** Waits for the end of a task. */
    async finish(id: string): Promise<FinishedTask> {
      const task = await waitFor(async () => {
        const { body } = await request(server)
          .get(`/api/scaffolder/v2/tasks/${id}`)
          .set('authorization', authorization);
        return ['completed', 'failed', 'cancelled'].includes(body.status)
          ? body
          : undefined;
      });
      const { body: events } = await request(server)
        .get(`/api/scaffolder/v2/tasks/${id}/events`)
        .set('authorization', authorization);
      type Event = {
        type: string;
        body: { message: string; output?: JsonObject };
      };
      return {
        id,
        status: task.status,
        output:
          events.find((event: Event) => event.type === 'completion')?.body
            .output ?? {},
        log: events.map((event: Event) => event.body.message).join('\n'),
      };
    },

    /** Runs what is left of a failed task. */
    async retry(id: string): Promise<FinishedTask> {
      await request(server)
        .post(`/api/scaffolder/v2/tasks/${id}/retry`)
        .set('authorization', authorization)
        .send({});
      await sleep(1000);
      return api.finish(id);
    },
  };
  return api;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}
