import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { testDatabases } from '../__testUtils__/startDora';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseReportStore } from './DatabaseReportStore';
import { EnvironmentMapping } from './EnvironmentMapping';
import { readCatalogEnvironments } from './readCatalogEnvironments';

jest.setTimeout(60_000);

function environment(name: string, order: number): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name, namespace: 'default' },
    spec: {
      type: 'environment',
      owner: 'team',
      order,
      production: name.startsWith('PROD'),
    },
  };
}

describe('EnvironmentMapping', () => {
  it('maps names, tells every instance, and derives again what was reported', async () => {
    const client = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => client });
    const patterns = [
      { match: 'prod-us*', environment: 'prod2' },
      { match: 'prod*', environment: 'PROD1' },
      { match: 'pre*', environment: 'GONE' },
      { match: 'uat1', environment: 'PROD1' },
    ];
    const mapping = await EnvironmentMapping.create({ client, patterns });
    const other = await EnvironmentMapping.create({ client, patterns });
    expect(mapping.resolve('PROD1')).toEqual({ production: false });
    const store = DatabaseReportStore.create({ client });
    await store.write(
      [
        {
          kind: 'deployment',
          id: 'a',
          source: 'generic',
          subjects: [],
          updatedAt: 1,
          sequence: 0,
        },
      ],
      {
        provenance: 'import',
        receivedAt: new Date(),
        entityRef: 'component:default/shop',
      },
    );
    async function queued() {
      const rows = await client('derivations').delete().returning('entity_id');
      return rows.length;
    }
    expect(await queued()).toBe(1);

    const found = await readCatalogEnvironments({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          environment('PROD2', 4),
          environment('PROD1', 3),
          environment('UAT1', 2),
          {
            ...environment('cache', 1),
            spec: { type: 'cache', production: true },
          },
        ],
      }),
    });
    const changes: string[][] = [];
    other.onChange(() => changes.push(other.production()));
    expect(await mapping.update(found!)).toBe(true);
    expect(await queued()).toBe(1);
    expect(await mapping.update(found!)).toBe(false);
    expect(await queued()).toBe(0);
    await other.refresh();
    await other.refresh();
    expect(changes).toEqual([['PROD1', 'PROD2']]);

    for (const each of [mapping, other]) {
      const names = {
        prod1: { environment: 'PROD1', production: true },
        'Prod-US-East': { environment: 'PROD2', production: true },
        production: { environment: 'PROD1', production: true },
        // Its own name comes before patterns.
        UAT1: { environment: 'UAT1', production: false },
        cache: { production: false },
        'pre-production': { production: false },
        'github-pages': { production: false },
        '': { production: false },
      };
      for (const [name, resolved] of Object.entries(names)) {
        expect([name, each.resolve(name)]).toEqual([name, resolved]);
      }
      expect(each.resolve(undefined)).toEqual({ production: false });
    }

    // What starts next knows at once what the catalog said, and whether its own patterns are new.
    await EnvironmentMapping.create({ client, patterns });
    expect(await queued()).toBe(0);
    const next = await EnvironmentMapping.create({ client, patterns: [] });
    expect(await queued()).toBe(1);
    expect(next.resolve('production')).toEqual({ production: false });
    expect(next.production()).toEqual(['PROD1', 'PROD2']);
  });
});
