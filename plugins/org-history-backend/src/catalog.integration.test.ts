import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import {
  orgHistoryServiceRef,
  type OrgHistoryService,
} from '@portal/plugin-org-history-node';
import { setTimeout as sleep } from 'node:timers/promises';
import orgHistoryPlugin from '.';
import { testDatabases } from './__testUtils__/startHistory';

jest.setTimeout(180_000);

const shop = 'component:default/shop';

function described(
  kind: string,
  name: string,
  spec: Record<string, string | string[]>,
  formerly?: string,
): Entity {
  const location = 'url:https://example.com/catalog-info.yaml';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        ...(formerly && { 'portal/formerly': formerly }),
      },
    },
    spec,
  };
}

function component(name: string, owner: string, formerly?: string): Entity {
  const spec = { type: 'service', lifecycle: 'production', owner };
  return described('Component', name, { ...spec, system: 'site' }, formerly);
}

const organisation = [
  described('Domain', 'web', { owner: 'red', subdomainOf: 'retail' }),
  described('Domain', 'retail', { owner: 'red' }),
  described('System', 'site', { owner: 'red', domain: 'web' }),
  described('Group', 'all', { type: 'department', children: [] }),
  described('Group', 'red', { type: 'team', parent: 'all', children: [] }),
  described('Group', 'blue', { type: 'team', parent: 'all', children: [] }),
  described('User', 'ada', { memberOf: ['blue'] }),
];

/** The real catalog, the plugin, and a third plugin that asks it through the service. */
async function startPortal() {
  const knex = await testDatabases.init('POSTGRES_18');
  const { host, port, user, password, database } =
    knex.client.config.connection;
  let provider: EntityProviderConnection | undefined;
  let service: OrgHistoryService | undefined;
  let tasks: SchedulerService | undefined;
  await startTestBackend({
    features: [
      catalogPlugin,
      orgHistoryPlugin,
      databaseServiceFactory,
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: {
              client: 'pg',
              // The password hides from copies.
              connection: { host, port, user, password, database },
              pluginDivisionMode: 'schema',
            },
          },
          catalog: { processingInterval: { seconds: 1 } },
          orgHistory: { waitUntilSettled: false },
        },
      }),
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'test-provider',
        register(env) {
          env.registerInit({
            deps: { processing: catalogProcessingExtensionPoint },
            async init({ processing }) {
              processing.addEntityProvider({
                getProviderName: () => 'test',
                connect: async connection => {
                  provider = connection;
                },
              });
            },
          });
        },
      }),
      createBackendPlugin({
        pluginId: 'consumer',
        register(env) {
          env.registerInit({
            deps: {
              history: orgHistoryServiceRef,
              scheduler: coreServices.scheduler,
            },
            async init({ history, scheduler }) {
              service = history;
              tasks = scheduler;
            },
          });
        },
      }),
    ],
  });
  if (!provider || !service || !tasks) {
    throw new Error('The backend started without its parts');
  }
  const [connection, history, scheduler] = [provider, service, tasks];

  return {
    history,
    setEntities: async (entities: Entity[]) =>
      connection.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({ entity, locationKey: 'test' })),
      }),
    /** Polls until the catalog, which works in the background, has come as far as the question wants it. */
    async pollUntil(question: () => Promise<boolean>): Promise<void> {
      const limit = Date.now() + 60_000;
      while (Date.now() < limit) {
        await scheduler.triggerTask('org-history-poll').catch(() => undefined);
        if (await question()) {
          return;
        }
        await sleep(250);
      }
      throw new Error('The catalog did not get there within a minute');
    },
  };
}

describe('with the real catalog, asked by another plugin', () => {
  it('follows ownership, renames and deletion', async () => {
    const { history, pollUntil, setEntities } = await startPortal();
    const ownersOf = async (ref: string, at?: string) =>
      (await history.ownersAt({ refs: [ref], at }))[0].refs;

    await setEntities([...organisation, component('shop', 'red')]);
    await pollUntil(async () => {
      const [{ refs }] = await history.ancestorsOf({ refs: [shop] });
      return refs.length === 5;
    });
    expect(await history.ancestorsOf({ refs: [shop] })).toEqual([
      {
        ref: shop,
        refs: [
          'domain:default/retail',
          'domain:default/web',
          'group:default/all',
          'group:default/red',
          'system:default/site',
        ],
      },
    ]);

    await setEntities([...organisation, component('shop', 'user:ada')]);
    await pollUntil(
      async () => (await ownersOf(shop))[0] === 'user:default/ada',
    );
    const edges = await history.edgesOf({ ref: shop });
    const [red, ada] = ['group:default/red', 'user:default/ada'].map(owner =>
      edges.find(({ kind, toRef }) => kind === 'ownedBy' && toRef === owner),
    );
    expect(red?.validTo).toEqual(ada?.validFrom);
    expect(red?.validTo).toBeDefined();
    const members = await history.membersOf({
      scopes: ['group:default/blue', 'group:default/all'],
    });
    expect(members[0].members).toEqual([
      { ref: shop, intervals: [{ from: red?.validTo }] },
    ]);
    expect(members[1].members.map(({ ref }) => ref)).toEqual([shop]);

    await setEntities([...organisation, component('store', 'blue', 'shop')]);
    const store = 'component:default/store';
    await pollUntil(async () => {
      const [{ currentRef }] = await history.resolveAlias({ refs: [shop] });
      return currentRef === store;
    });
    expect(await ownersOf(shop)).toEqual(['group:default/blue']);
    expect(await ownersOf(store, red?.validTo)).toEqual(['user:default/ada']);

    await setEntities(organisation);
    const everything = { scopes: ['everything'], asOf: 'now' };
    await pollUntil(
      async () => !(await history.membersOf(everything))[0].members.length,
    );
    expect(await ownersOf(store)).toEqual([]);
    const { items, next } = await history.changes({ after: 0, limit: 10_000 });
    expect(items).toHaveLength(next);
  });
});
