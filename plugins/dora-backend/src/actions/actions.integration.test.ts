import type { BackendFeature } from '@backstage/backend-plugin-api';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  DeliveryOverview,
  DeploymentDetail,
  DeploymentPage,
  EntityMetrics,
} from '@portal/plugin-dora-common';
import orgHistoryPlugin from '@portal/plugin-org-history-backend';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import doraPlugin from '..';
import { component, testDatabases } from '../__testUtils__/startDora';
import { environment } from '../reports/__testUtils__/startDelivery';

jest.setTimeout(180_000);

const hour = 3_600_000;
const day = 24 * hour;
const midnight = Math.floor(Date.now() / day) * day;
const red = 'group:default/red';
const shop = 'component:default/shop';
const abroad = 'component:default/abroad';
const sha = (digit: number) => String(digit).repeat(40);

const names = [
  'explain-delivery-metric',
  'get-delivery-metrics',
  'get-delivery-overview',
  'get-deployment',
  'list-deployments',
  'list-running-versions',
  'list-services-by-delivery',
];

const entities = [
  ...['shop', 'idle'].map(name => ({
    ...component(name),
    relations: [{ type: 'ownedBy', targetRef: red }],
  })),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'red', namespace: 'default' },
    spec: { type: 'team', children: [] },
  },
  component('abroad'),
  environment('prod-eu', true),
  environment('prod-us', true),
];

async function start(...more: BackendFeature[]) {
  const knex = await testDatabases.init('POSTGRES_18');
  const { host, port, user, password, database } =
    knex.client.config.connection;
  return startTestBackend({
    features: [
      doraPlugin,
      orgHistoryPlugin,
      databaseServiceFactory,
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
          orgHistory: { initialDelay: '0s', waitUntilSettled: false },
        },
      }),
      mockServices.scheduler.factory({
        includeInitialDelayedTasksOnStartup: true,
      }),
      catalogServiceMock.factory({ entities }),
      ...more,
    ],
  });
}

/** Three releases, of which the third takes back the second, two days later. */
const history = [20, 10, 8]
  .flatMap((age, index) => {
    const at = midnight - age * day;
    const committedAt = new Date(at - hour).toISOString();
    return [
      {
        type: 'commit',
        sha: sha(index + 1),
        parents: index === 0 ? [] : [sha(index)],
        authoredAt: committedAt,
        committedAt,
        reverts: index === 2 ? sha(2) : undefined,
      },
      {
        type: 'release',
        tag: `v${index + 1}`,
        sha: sha(index + 1),
        releasedAt: new Date(at).toISOString(),
      },
    ];
  })
  .map(line => JSON.stringify(line))
  .join('\n');

/** Deployed every day, every third time to America. */
const deployedAbroad = [9, 8, 7, 6, 5, 4]
  .map((age, index) => ({
    type: 'deployment',
    source: 'github',
    id: String(index),
    environment: index % 3 === 2 ? 'prod-us' : 'prod-eu',
    sha: sha(index + 1),
    startedAt: new Date(midnight - age * day - hour).toISOString(),
    finishedAt: new Date(midnight - age * day).toISOString(),
    result: 'success',
  }))
  .map(line => JSON.stringify(line))
  .join('\n');

type Backend = Pick<Awaited<ReturnType<typeof start>>, 'server'>;

async function invoke({ server }: Backend, name: string, input: object) {
  const action = encodeURIComponent(`dora:${name}`);
  const response = await request(server)
    .post(`/api/dora/.backstage/actions/v1/actions/${action}/invoke`)
    .set('Authorization', mockCredentials.user.header())
    .send(input);
  return { status: response.status, body: response.body };
}

describe('actions', () => {
  let backend: Backend;

  async function ask<T>(name: string, input: object): Promise<T> {
    const { status, body } = await invoke(backend, name, input);
    expect([name, status, body.error?.message]).toEqual([name, 200, undefined]);
    return body.output;
  }

  beforeAll(async () => {
    backend = await start();
    await request(backend.server)
      .post(`/api/dora/v1/import?entityRef=${shop}`)
      .set('Content-Type', 'application/x-ndjson')
      .send(history);
    await request(backend.server)
      .post(`/api/dora/v1/import?entityRef=${abroad}`)
      .set('Content-Type', 'application/x-ndjson')
      .send(deployedAbroad);
    const limit = Date.now() + 60_000;
    for (;;) {
      const { status, body } = await invoke(backend, 'get-delivery-overview', {
        scope: red,
      });
      if (status === 200 && body.output.measured === 1) {
        return;
      }
      if (Date.now() > limit) {
        throw new Error(`No overview within a minute: ${JSON.stringify(body)}`);
      }
      await sleep(200);
    }
  });

  it('are offered as reads, with words that a model can use', async () => {
    const { body } = await request(backend.server)
      .get('/api/dora/.backstage/actions/v1/actions')
      .set('Authorization', mockCredentials.user.header());
    const found: {
      name: string;
      description: string;
      attributes: object;
      schema: { input: { properties: object }; output: object };
    }[] = body.actions;
    expect(
      found.map(({ name }) => name).sort((a, b) => a.localeCompare(b)),
    ).toEqual(names);
    for (const { description, attributes, schema } of found) {
      expect(attributes).toMatchObject({ readOnly: true, destructive: false });
      expect(description).toMatch(/Example|nextCursor/);
      for (const property of Object.values(schema.input.properties)) {
        expect(property).toMatchObject({ description: expect.any(String) });
      }
    }
  });

  it('answer for many services', async () => {
    const overview = await ask<DeliveryOverview>('get-delivery-overview', {
      scope: 'Group:default/Red',
      days: 28,
    });
    expect(overview).toMatchObject({
      scope: red,
      services: 2,
      measured: 1,
      edition: 2023,
      metrics: {
        deploymentFrequency: {
          coverage: { have: 1, of: 2 },
          total: { value: 0.75, unit: '1/week', sampleSize: 3 },
        },
        changeFailRate: { tiers: { withData: 1, total: 2 } },
      },
    });
    const question = { scope: red, metric: 'changeFailRate', limit: 1 };
    const first = await ask<{ nextCursor: string }>(
      'list-services-by-delivery',
      question,
    );
    expect(first).toMatchObject({
      metric: 'changeFailRate',
      edition: 2023,
      items: [
        {
          entityRef: shop,
          value: { state: 'ok', value: 1 / 3, sampleSize: 3 },
          tier: 'low',
        },
      ],
      total: 2,
    });
    expect(
      await ask('list-services-by-delivery', {
        ...question,
        cursor: first.nextCursor,
      }),
    ).toEqual({
      metric: 'changeFailRate',
      edition: 2023,
      items: [{ entityRef: 'component:default/idle' }],
      total: 2,
    });
  });

  it('say which version runs where', async () => {
    expect(await ask('list-running-versions', { scope: red })).toMatchObject({
      total: 2,
      measured: 1,
      items: [
        {
          entityRef: shop,
          running: [{ deployedAt: expect.any(String), versionsBehind: 0 }],
        },
      ],
    });
  });

  it('say how a figure came about, and why a deployment failed', async () => {
    const explained = await ask('explain-delivery-metric', {
      entityRef: shop,
      metric: 'changeLeadTime',
    });
    expect(explained).toMatchObject({
      metric: 'changeLeadTime',
      value: { state: 'ok', value: 1, unit: 'h', sampleSize: 2 },
      formula: expect.any(String),
      percentiles: { count: 2, p50: 1 },
      leadTimes: { fromCommit: { count: 2, p50: 1 } },
      definition: { title: 'Change lead time' },
    });
    expect(
      await ask('explain-delivery-metric', {
        entityRef: shop,
        metric: 'changeFailRate',
      }),
    ).not.toHaveProperty('leadTimes');

    const { items } = await ask<DeploymentPage>('list-deployments', {
      entityRef: shop,
    });
    const failed = items.find(({ tag }) => tag === 'v2');
    const detail = await ask<DeploymentDetail>('get-deployment', {
      entityRef: shop,
      id: failed?.id,
    });
    expect(detail).toMatchObject({
      tag: 'v2',
      reasons: [{ kind: 'revert', evidence: expect.any(Array) }],
      recovery: { hours: 48, deployment: { tag: 'v3' } },
      changes: 1,
      items: [{ sha: sha(2), leadTime: 1 }],
    });
    expect(detail.reasons[0].evidence).not.toEqual([]);
    const short = await ask<DeploymentDetail>('get-deployment', {
      entityRef: shop,
      id: failed?.id,
      maxChanges: 0,
    });
    expect(short).toMatchObject({ changes: 1, items: [] });
  });

  it('tell production environments apart', async () => {
    const asked = async (place?: string) => {
      const question = { entityRef: abroad, environment: place };
      const figures = await ask<EntityMetrics>(
        'get-delivery-metrics',
        question,
      );
      const { items } = await ask<DeploymentPage>('list-deployments', question);
      return {
        frequency: figures.metrics.deploymentFrequency.sampleSize,
        places: items.map(item => item.environment),
      };
    };
    // The catalog says which environments there are, a little later.
    const limit = Date.now() + 30_000;
    while ((await asked()).frequency < 6 && Date.now() < limit) {
      await sleep(200);
    }
    const [eu, us] = ['prod-eu', 'prod-us'];
    expect(await asked()).toEqual({
      frequency: 6,
      places: [us, eu, eu, us, eu, eu],
    });
    expect(await asked(eu)).toEqual({ frequency: 4, places: [eu, eu, eu, eu] });
    expect(await asked(us)).toEqual({ frequency: 2, places: [us, us] });
  });

  it('say what is wrong with a question', async () => {
    const wrong: [string, object, RegExp][] = [
      ['get-delivery-overview', { scope: shop }, /^scope: found/],
      ['get-delivery-overview', { scope: red, days: 30 }, /days/],
      [
        'get-delivery-overview',
        { scope: 'group:default/x' },
        /There is no group:default/,
      ],
      ['list-services-by-delivery', { scope: red, limit: 101 }, /limit/],
      ['list-running-versions', { scope: shop }, /^scope: found/],
      ['explain-delivery-metric', { entityRef: shop, metric: 'x' }, /metric/],
      [
        'explain-delivery-metric',
        { entityRef: 'component:default/none', metric: 'changeFailRate' },
        /no entity component:default\/none/,
      ],
      ['get-deployment', { entityRef: shop, id: 'none' }, /no deployment none/],
    ];
    for (const [name, input, message] of wrong) {
      const { status, body } = await invoke(backend, name, input);
      expect([name, status >= 400 && status < 500]).toEqual([name, true]);
      expect(body.error.message).toMatch(message);
    }
  });

  it('are neither seen nor done without the permission', async () => {
    const { server } = await start(
      mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
    );
    const { body } = await request(server)
      .get('/api/dora/.backstage/actions/v1/actions')
      .set('Authorization', mockCredentials.user.header());
    expect(body.actions).toEqual([]);
    const inputs: Record<string, object> = {
      'get-delivery-overview': { scope: red },
      'list-services-by-delivery': { scope: red },
      'list-running-versions': { scope: red },
      'explain-delivery-metric': { entityRef: shop, metric: 'changeFailRate' },
      'get-deployment': { entityRef: shop, id: '1' },
    };
    for (const [name, input] of Object.entries(inputs)) {
      const { status } = await invoke({ server }, name, input);
      expect([name, [403, 404].includes(status)]).toEqual([name, true]);
    }
  });
});
