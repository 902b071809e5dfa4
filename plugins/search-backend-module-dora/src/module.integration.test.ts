import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import searchPlugin from '@backstage/plugin-search-backend';
import searchModulePg from '@backstage/plugin-search-backend-module-pg';
import type { IndexableResultSet } from '@backstage/plugin-search-common';
import doraPlugin from '@portal/plugin-dora-backend';
import {
  DoraClient,
  type DeliveryOverview,
  type DoraApi,
} from '@portal/plugin-dora-common';
import orgHistoryPlugin from '@portal/plugin-org-history-backend';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import searchModuleDora, { DeliveryCollatorFactory } from '.';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const day = 86_400_000;

function component(name: string, more: { title?: string } = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', ...more },
    spec: { type: 'service' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/red' }],
  };
}

const entities = [
  component('shop', { title: 'Web shop' }),
  component('cart'),
  component('secret'),
  component('idle'),
];

const secret = 'component:default/secret';
let hidden: string | undefined = secret;

/** Everybody may do everything, and sees everything but one component. */
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => ({
    authorize: async requests =>
      requests.map(({ permission, ...rest }) => ({
        result:
          isPermission(permission, catalogEntityReadPermission) &&
          'resourceRef' in rest &&
          rest.resourceRef === hidden
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async requests =>
      requests.map(({ permission }) =>
        isPermission(permission, catalogEntityReadPermission)
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_NOT_SECRET',
                resourceType: 'catalog-entity',
              },
            }
          : { result: AuthorizeResult.ALLOW },
      ),
  }),
});

async function start() {
  const knex = await databases.init('POSTGRES_18');
  const { host, port, user, password, database } =
    knex.client.config.connection;
  let scheduler: SchedulerService | undefined;
  let collatorOf: ((pageSize: number) => DeliveryCollatorFactory) | undefined;
  const { server } = await startTestBackend({
    features: [
      doraPlugin,
      orgHistoryPlugin,
      searchPlugin,
      searchModulePg,
      searchModuleDora,
      createBackendPlugin({
        pluginId: 'reader',
        register(env) {
          env.registerInit({
            deps: {
              auth: coreServices.auth,
              discovery: coreServices.discovery,
              tasks: coreServices.scheduler,
            },
            async init({ auth, discovery, tasks }) {
              scheduler = tasks;
              const delivery = new DoraClient({
                discoveryApi: discovery,
                fetchApi: { fetch },
              });
              const catalog = catalogServiceMock({ entities });
              collatorOf = pageSize =>
                DeliveryCollatorFactory.create({
                  auth,
                  catalog,
                  pageSize,
                  delivery,
                });
            },
          });
        },
      }),
      databaseServiceFactory,
      permissions,
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true },
          backend: {
            database: {
              client: 'pg',
              // The password hides from copies.
              connection: { host, port, user, password, database },
              pluginDivisionMode: 'schema',
            },
          },
          orgHistory: { initialDelay: '0s', waitUntilSettled: false },
        },
      }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      catalogServiceMock.factory({ entities }),
    ],
  });
  if (!scheduler || !collatorOf) {
    throw new Error('The backend started without its parts');
  }
  return { server, scheduler, collatorOf };
}

/** So many releases, a day apart and the last one yesterday, each of a commit made an hour before. */
function history(count: number): string {
  const midnight = Math.floor(Date.now() / day) * day;
  const lines = Array.from({ length: count }, (_, index) => {
    const sha = String(index + 1).padStart(40, '0');
    const at = midnight - (count - index) * day;
    const committedAt = new Date(at - 3_600_000).toISOString();
    const parents = index === 0 ? [] : [String(index).padStart(40, '0')];
    return [
      { type: 'commit', sha, parents, authoredAt: committedAt, committedAt },
      {
        type: 'release',
        tag: `v${index}`,
        sha,
        releasedAt: new Date(at).toISOString(),
      },
    ];
  });
  return lines
    .flat()
    .map(line => JSON.stringify(line))
    .join('\n');
}

describe('search for delivery', () => {
  let portal: Awaited<ReturnType<typeof start>>;

  async function search(query: string): Promise<IndexableResultSet> {
    const response = await request(portal.server)
      .get(`/api/search/query?${query}`)
      .set('Authorization', mockCredentials.user.header());
    expect([query, response.status]).toEqual([query, 200]);
    return response.body;
  }

  async function load(name: string, releases: number) {
    const response = await request(portal.server)
      .post(`/api/dora/v1/import?entityRef=component:default/${name}`)
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Type', 'application/x-ndjson')
      .send(history(releases));
    expect(response.body).toMatchObject({ rejected: 0 });
  }

  const refsOf = ({ results }: IndexableResultSet) =>
    results
      .map(({ document }) =>
        'entityRef' in document ? String(document.entityRef) : '',
      )
      .sort((a, b) => a.localeCompare(b));

  beforeAll(async () => {
    portal = await start();
    const counts = { shop: 89, cart: 2, secret: 89 };
    for (const [name, count] of Object.entries(counts)) {
      await load(name, count);
    }
    await portal.scheduler.triggerTask('org-history-poll');
    const limit = Date.now() + 60_000;
    for (;;) {
      const { body }: { body: DeliveryOverview } = await request(portal.server)
        .get('/api/dora/v1/overview?scope=everything')
        .set('Authorization', mockCredentials.service.header());
      if (body.measured === 3) {
        break;
      }
      if (Date.now() > limit) {
        throw new Error(`No figures within a minute: ${JSON.stringify(body)}`);
      }
      await sleep(200);
    }
    await portal.scheduler.triggerTask('search_index_delivery');
    while (refsOf(await search('term=&types[0]=delivery')).length === 0) {
      if (Date.now() > limit) {
        throw new Error('There was no index within a minute');
      }
      await sleep(200);
    }
  });

  it('finds services by the words and the values of their tiers', async () => {
    const all = await search('term=&types[0]=delivery');
    expect(refsOf(all)).toEqual([
      'component:default/cart',
      'component:default/shop',
    ]);
    const elite = await search(
      'term=elite%20deployment%20frequency&types[0]=delivery',
    );
    // The search knows no phrases: what has the words together comes before what has them apart.
    expect(elite.results.map(({ document }) => document.title)).toEqual([
      'Web shop',
      'cart',
    ]);
    expect(elite.results[0]).toMatchObject({
      type: 'delivery',
      document: {
        title: 'Web shop',
        text: 'Elite deployment frequency, elite change lead time, elite change fail rate (DORA 2023, last 90 days)',
        location: '/catalog/default/component/shop/delivery',
        owner: 'red',
        componentType: 'service',
        edition: '2023',
        tier_deploymentFrequency: 'elite',
        tier_changeLeadTime: 'elite',
        value_deploymentFrequency: expect.any(Number),
        value_changeFailRate: 0,
      },
    });
    expect(elite.results[0].document).not.toHaveProperty(
      'tier_failedDeploymentRecoveryTime',
    );
    const byField = await search(
      'term=&types[0]=delivery&filters[tier_deploymentFrequency]=low',
    );
    expect(refsOf(byField)).toEqual(['component:default/cart']);
    const byOwner = await search(
      'term=&filters[owner]=red&filters[tier_changeLeadTime]=elite',
    );
    expect(refsOf(byOwner)).toEqual([
      'component:default/cart',
      'component:default/shop',
    ]);
  });

  it('shows nobody a service that they do not see', async () => {
    const found = async () => refsOf(await search('term=secret'));
    expect(await found()).toEqual([]);
    hidden = undefined;
    expect(await found()).toEqual([secret]);
    hidden = secret;
  });

  it('reads page by page, and no further than there are figures', async () => {
    const documents: unknown[] = [];
    const collator = portal.collatorOf(2);
    for await (const { title } of await collator.getCollator()) {
      documents.push(title);
    }
    expect(documents).toEqual(['cart', 'secret', 'Web shop']);

    const calls: unknown[] = [];
    const delivery: Pick<DoraApi, 'getOverviewServices'> = {
      getOverviewServices: async ({ cursor }) => {
        calls.push(cursor);
        return {
          items: [{ entityRef: 'component:default/idle' }],
          total: 9,
          nextCursor: 'more',
        };
      },
    };
    const none = await DeliveryCollatorFactory.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      delivery,
    }).getCollator();
    expect(await none.toArray()).toEqual([]);
    expect(calls).toEqual([undefined]);
  });
});
