import type { Entity } from '@backstage/catalog-model';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import serviceHealthPlugin from '..';
import { applyMigrations } from '../database/applyMigrations';

/** The PostgreSQL that integration tests run on. */
export const testDatabases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** A database of its own with the tables of the plugin. */
export async function startDatabase(): Promise<Knex> {
  const knex = await testDatabases.init('POSTGRES_18');
  return applyMigrations(
    mockServices.database({ knex, migrations: { skip: false } }),
  );
}

/** A running backend with this plugin alone. */
export async function startServiceHealth(options?: {
  knex?: Knex;
  entities?: Entity[];
  config?: JsonObject;
}) {
  const knex = options?.knex ?? (await testDatabases.init('POSTGRES_18'));
  const backend = await startTestBackend({
    features: [
      serviceHealthPlugin,
      mockServices.database.factory({ knex, migrations: { skip: false } }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:7007' },
          portal: { demo: true },
          ...options?.config,
        },
      }),
      catalogServiceMock.factory({ entities: options?.entities ?? [] }),
    ],
  });
  return { ...backend, knex };
}

/** A component, with annotations. */
export function component(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', lifecycle: 'production', owner: 'team' },
  };
}
