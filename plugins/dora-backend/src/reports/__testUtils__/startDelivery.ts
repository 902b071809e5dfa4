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
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { createHmac, randomUUID } from 'node:crypto';
import request from 'supertest';
import webhooksPlugin from '@portal/plugin-webhooks-backend';
import doraPlugin from '../..';
import { testDatabases } from '../../__testUtils__/startDora';

const secret = 'kept-between-two-machines';

/** A catalog whose entities can be replaced while the backend runs. */
export function changingCatalog(entities: Entity[]) {
  let current = catalogServiceMock({ entities });
  const service = new Proxy({} as CatalogService, {
    get: (_, name: keyof CatalogService) => {
      const value = current[name];
      return typeof value === 'function' ? value.bind(current) : value;
    },
  });
  return {
    set: (next: Entity[]) => {
      current = catalogServiceMock({ entities: next });
    },
    feature: createServiceFactory({
      service: catalogServiceRef,
      deps: {},
      factory: () => service,
    }),
  };
}

/** A backend with the inbox and this plugin, each on a database of its own. */
export async function startDelivery(options: {
  entities: Entity[];
  config?: JsonObject;
}) {
  const databases: Record<string, Knex> = {
    dora: await testDatabases.init('POSTGRES_18'),
    webhooks: await testDatabases.init('POSTGRES_18'),
  };
  const catalog = changingCatalog(options.entities);
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
      doraPlugin,
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) =>
          mockServices.database({
            knex: databases[plugin.getId()],
            migrations: { skip: false },
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
          dora: options.config ?? {},
        },
      }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      observer,
      catalog.feature,
    ],
  });
  const { server } = backend;

  /** Sends a webhook as GitHub does. */
  async function github(
    event: string,
    body: object,
    id: string = randomUUID(),
  ) {
    const text = JSON.stringify(body);
    return request(server)
      .post('/api/webhooks/v1/github')
      .set({
        'Content-Type': 'application/json',
        'X-GitHub-Event': event,
        'X-GitHub-Delivery': id,
        'X-Hub-Signature-256': `sha256=${createHmac('sha256', secret)
          .update(text)
          .digest('hex')}`,
      })
      .send(text);
  }

  /** Sends the portal's own JSON. */
  async function generic(body: object) {
    return request(server)
      .post('/api/webhooks/v1/generic')
      .set('Authorization', `Bearer ${secret}`)
      .send(body);
  }

  /** Asks this plugin, as a user or as a service. */
  async function get(path: string, as: 'user' | 'service' = 'user') {
    return request(server)
      .get(`/api/dora/v1${path}`)
      .set('Authorization', mockCredentials[as].header());
  }

  return {
    catalog,
    databases,
    generic,
    get,
    github,
    /** What the scheduler does every minute. */
    look: async () => scheduler?.triggerTask('dora-catalog-look'),
    stop: () => backend.stop(),
    server,
  };
}

/** An environment of the catalog. */
export function environment(name: string, production: boolean): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name, namespace: 'default' },
    spec: { type: 'environment', owner: 'team', production },
  };
}
