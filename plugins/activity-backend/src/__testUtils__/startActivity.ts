import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { ActivitySignal } from '@portal/plugin-activity-common';
import webhooksPlugin from '@portal/plugin-webhooks-backend';
import { createHmac, randomUUID } from 'node:crypto';
import request from 'supertest';
import activityPlugin from '..';

/** The PostgreSQL that integration tests run on. */
export const testDatabases = TestDatabases.create({ ids: ['POSTGRES_18'] });

const secret = 'kept-between-two-machines';

/** A backend with the inbox and this plugin, each on a database of its own, that writes down its signals. */
export async function startActivity(options: {
  entities: Entity[];
  config?: JsonObject;
  /** What the caller's permissions are; all by default. */
  permissions?: ReturnType<typeof mockServices.permissions.factory>;
  databases?: Record<string, Knex>;
}) {
  const databases = options.databases ?? {
    activity: await testDatabases.init('POSTGRES_18'),
    webhooks: await testDatabases.init('POSTGRES_18'),
  };
  const signals: { at: number; message: ActivitySignal }[] = [];
  let scheduler: SchedulerService | undefined;
  const observer = createBackendPlugin({
    pluginId: 'observer',
    register(env) {
      env.registerInit({
        deps: { service: coreServices.scheduler },
        async init({ service }) {
          scheduler = service;
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      webhooksPlugin,
      activityPlugin,
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) =>
          mockServices.database({
            knex: databases[plugin.getId()],
            migrations: { skip: false },
          }),
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          async publish({ message }) {
            const told = message as unknown as ActivitySignal;
            signals.push({ at: Date.now(), message: told });
          },
        }),
      }),
      mockServices.rootConfig.factory({
        data: {
          portal: { demo: true },
          webhooks: {
            senders: {
              github: { secrets: [secret] },
              generic: { secrets: [secret] },
            },
            retry: { maxTries: 1 },
          },
          ...options.config,
        },
      }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      observer,
      catalogServiceMock.factory({ entities: options.entities }),
      ...(options.permissions ? [options.permissions] : []),
    ],
  });
  const { server } = backend;
  const sign = (text: string) =>
    `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;

  return {
    databases,
    signals,
    /** Sends a webhook as GitHub does. */
    async github(event: string, body: object, id: string = randomUUID()) {
      const text = JSON.stringify(body);
      return request(server)
        .post('/api/webhooks/v1/github')
        .set({
          'Content-Type': 'application/json',
          'X-GitHub-Event': event,
          'X-GitHub-Delivery': id,
          'X-Hub-Signature-256': sign(text),
        })
        .send(text);
    },
    /** Sends the portal's own JSON. */
    async generic(body: object) {
      return request(server)
        .post('/api/webhooks/v1/generic')
        .set('Authorization', `Bearer ${secret}`)
        .send(body);
    },
    /** Asks, by a query as it is read in an address bar. */
    async get(query: string, as: 'user' | 'service' = 'user') {
      return request(server)
        .get(`/api/activity/v1/activity?${new URLSearchParams(query)}`)
        .set('Authorization', mockCredentials[as].header());
    },
    async getPullRequests(query = '', as: 'user' | 'service' = 'user') {
      return request(server)
        .get(`/api/activity/v1/pull-requests?${new URLSearchParams(query)}`)
        .set('Authorization', mockCredentials[as].header());
    },
    poll: async () => scheduler?.triggerTask('activity-github-poll'),
    stop: async () => {
      const timer = setTimeout(() => server.closeAllConnections(), 500);
      await backend.stop();
      clearTimeout(timer);
    },
  };
}

/** A component, with its annotations and what it is part of. */
export function component(
  name: string,
  annotations: Record<string, string> = {},
  relations: Entity['relations'] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    relations,
  };
}

/** Waits until something is so. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await check();
      return;
    } catch (error) {
      if (tries > 200) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}
