import type { Entity } from '@backstage/catalog-model';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import doraPlugin from '..';

/** The PostgreSQL that integration tests run on. */
export const testDatabases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** A running backend with this plugin alone, on a database of its own or a given one. */
export async function startDora(options?: {
  knex?: Knex;
  entities?: Entity[];
  config?: JsonObject;
}) {
  const knex = options?.knex ?? (await testDatabases.init('POSTGRES_18'));
  const backend = await startTestBackend({
    features: [
      doraPlugin,
      mockServices.database.factory({ knex, migrations: { skip: false } }),
      mockServices.rootConfig.factory({
        data: { portal: { demo: true }, ...options?.config },
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
