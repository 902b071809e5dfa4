import {
  coreServices,
  createBackendPlugin,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  DeliveryOverview,
  EnvironmentMatrix,
  OverviewTrend,
  ServicePage,
} from '@portal/plugin-dora-common';
import metricsPlugin from '@portal/plugin-metrics-backend';
import {
  metricStoreServiceRef,
  type MetricStoreService,
} from '@portal/plugin-metrics-node';
import orgHistoryPlugin from '@portal/plugin-org-history-backend';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import doraPlugin from '..';
import { testDatabases } from '../__testUtils__/startDora';

jest.setTimeout(180_000);

const hour = 3_600_000;
const day = 24 * hour;
const midnight = Math.floor(Date.now() / day) * day;
const shop = 'component:default/shop';
const cart = 'component:default/cart';
const idle = 'component:default/idle';
const ancient = 'component:default/ancient';
const stray = 'component:default/stray';

function entity(ref: string, relations: Record<string, string> = {}): Entity {
  const [kind, name] = ref.split(':default/');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: Object.entries(relations).map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}

const red = 'group:default/red';
const blue = 'group:default/blue';
const all = 'group:default/all';
const site = 'system:default/site';
const retail = 'domain:default/retail';

async function start() {
  const knex = await testDatabases.init('POSTGRES_18');
  const { host, port, user, password, database } =
    knex.client.config.connection;
  let scheduler: SchedulerService | undefined;
  let metrics: MetricStoreService | undefined;
  const { server } = await startTestBackend({
    features: [
      doraPlugin,
      metricsPlugin,
      orgHistoryPlugin,
      createBackendPlugin({
        pluginId: 'reader',
        register(env) {
          env.registerInit({
            deps: {
              metricStore: metricStoreServiceRef,
              tasks: coreServices.scheduler,
            },
            async init({ metricStore, tasks }) {
              [metrics, scheduler] = [metricStore, tasks];
            },
          });
        },
      }),
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
          portal: { demo: true },
          orgHistory: { initialDelay: '0s', waitUntilSettled: false },
        },
      }),
      mockServices.scheduler.factory({
        includeInitialDelayedTasksOnStartup: true,
      }),
      catalogServiceMock.factory({
        entities: [
          entity(shop, { ownedBy: red, partOf: site }),
          entity(cart, { ownedBy: blue, partOf: site }),
          entity(idle, { ownedBy: blue }),
          entity(site, { partOf: retail, ownedBy: red }),
          entity(retail, { ownedBy: red }),
          entity(red, { childOf: all }),
          entity(blue, { childOf: all }),
          entity(all),
        ],
      }),
    ],
  });
  if (!metrics || !scheduler) {
    throw new Error('The backend started without its parts');
  }
  return { server, knex, metrics, scheduler };
}

/** Releases at ages in days, each of a commit of its own, made an hour before. */
function history(ages: number[]): string {
  const lines = ages.flatMap((age, index) => {
    const sha = String(index + 1).padStart(40, '0');
    const at = midnight - age * day + hour;
    const committedAt = new Date(at - hour).toISOString();
    return [
      {
        type: 'commit',
        sha,
        parents: index === 0 ? [] : [String(index).padStart(40, '0')],
        authoredAt: committedAt,
        committedAt,
      },
      {
        type: 'release',
        tag: `v${index}`,
        sha,
        releasedAt: new Date(at).toISOString(),
      },
    ];
  });
  return lines.map(line => JSON.stringify(line)).join('\n');
}

describe('overview', () => {
  let portal: Awaited<ReturnType<typeof start>>;

  async function get<T>(path: string, status = 200): Promise<T> {
    const response = await request(portal.server).get(`/api/dora/v1${path}`);
    expect([path, response.status, response.body.error?.message]).toEqual([
      path,
      status,
      status === 200 ? undefined : expect.any(String),
    ]);
    return response.body;
  }

  async function load(
    entityRef: string,
    ages: number[],
    provenance: 'real' | 'demo' = 'real',
  ) {
    const response = await request(portal.server)
      .post('/api/dora/v1/import')
      .query({ entityRef, provenance })
      .set('Content-Type', 'application/x-ndjson')
      .send(history(ages));
    expect(response.body).toMatchObject({ rejected: 0 });
  }

  beforeAll(async () => {
    portal = await start();
    // Weekly now and half as often before, as a year earlier; and the other way round.
    await load(shop, [380, 370, 53, 39, 27, 20, 13, 6]);
    await load(cart, [55, 48, 41, 34, 20, 6]);
    // Older than what the metric store keeps: it must not keep it from the rest.
    await load(ancient, [2000]);
    // What the catalog does not know belongs to nobody, and is not counted.
    await load(stray, [40, 5]);
    const limit = Date.now() + 60_000;
    for (;;) {
      const { measured, services } = await get<DeliveryOverview>(
        '/overview?scope=everything&days=28',
      );
      // Windows are made after the import, those of what is not in the catalog last.
      const [{ waiting }] = await portal
        .knex('dora.stale_windows')
        .select(portal.knex.raw('count(*)::int AS waiting'));
      if (measured === 2 && services === 3 && waiting === 0) {
        return;
      }
      if (Date.now() > limit) {
        throw new Error('The overview did not get ready within a minute');
      }
      await sleep(200);
    }
  });

  it('shows who is where, who moved, and what adds up', async () => {
    const overview = await get<DeliveryOverview>(
      `/overview?scope=${all}&days=28`,
    );
    expect(overview).toMatchObject({ services: 3, measured: 2, edition: 2023 });
    const { deploymentFrequency, changeLeadTime } = overview.metrics;
    expect(deploymentFrequency).toMatchObject({
      coverage: { have: 2, of: 3 },
      tiers: { medium: 1, high: 1, withData: 2, total: 3 },
      total: { value: 1.5, sampleSize: 6 },
      totalBefore: { value: 1.5, sampleSize: 6 },
      better: 1,
      worse: 1,
      improved: [{ entityRef: shop, before: 0.5, value: 1 }],
      declined: [{ entityRef: cart, before: 1, value: 0.5 }],
      spread: { min: 0.5, median: 0.75, max: 1 },
    });
    expect(changeLeadTime).not.toHaveProperty('total');
    expect(changeLeadTime.spread?.max).toBeCloseTo(1, 9);
  });

  it('compares with the same days of a year earlier', async () => {
    const question = `scope=${all}&days=28&compare=year`;
    const overview = await get<DeliveryOverview>(`/overview?${question}`);
    const { from, to } = overview.period;
    const yearEarlier = new Date(to);
    yearEarlier.setUTCFullYear(yearEarlier.getUTCFullYear() - 1);
    expect(Date.parse(overview.comparison.to)).toBe(yearEarlier.getTime());
    expect(yearEarlier.getTime() - Date.parse(overview.comparison.from)).toBe(
      Date.parse(to) - Date.parse(from),
    );
    expect(overview.metrics.deploymentFrequency).toMatchObject({
      total: { value: 1.5 },
      totalBefore: { value: 0.5, sampleSize: 2 },
      improved: [{ entityRef: shop, before: 0.5, value: 1 }],
      better: 1,
    });
    const services = await get<ServicePage>(`/overview/services?${question}`);
    const frequencyBefore = (entityRef: string) =>
      services.items.find(each => each.entityRef === entityRef)?.before
        ?.deploymentFrequency.value;
    expect(frequencyBefore(shop)).toBe(0.5);
    // It did not exist then, which is not the same as no deployment.
    expect(frequencyBefore(cart)).toBeUndefined();
    await get(`/overview?scope=${all}&compare=decade`, 400);
  });

  it('follows groups, systems and domains, and pages services by what is worst', async () => {
    const scopes = [red, blue, site, retail, 'everything'];
    const found = await Promise.all(
      scopes.map(scope => get<DeliveryOverview>(`/overview?scope=${scope}`)),
    );
    expect(found.map(({ services, measured }) => [services, measured])).toEqual(
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [2, 2],
        [3, 2],
      ],
    );
    const services = `/overview/services?scope=everything&days=28`;
    const path = `${services}&limit=2`;
    const first = await get<ServicePage>(path);
    expect(first.items.map(({ entityRef }) => entityRef)).toEqual([cart, shop]);
    const rest = await get<ServicePage>(`${path}&cursor=${first.nextCursor}`);
    expect(rest).toEqual({ items: [{ entityRef: idle }], total: 3 });
    const byName = await get<ServicePage>(`${services}&order=name`);
    expect(byName.items.map(({ entityRef }) => entityRef)).toEqual([
      cart,
      shop,
      idle,
    ]);
  });

  it('adds up to the same by point, by part and for a single service', async () => {
    const points = async (scope: string) => {
      const { points: found } = await get<{
        points: { metrics: { deploymentFrequency: { sampleSize: number } } }[];
      }>(`/overview/trend?scope=${scope}&days=90&interval=week&edition=2022`);
      return found.map(({ metrics }) => metrics.deploymentFrequency.sampleSize);
    };
    const [whole, one, other, single] = await Promise.all([
      points('everything'),
      points(red),
      points(blue),
      points(`${all}&asOf=now`),
    ]);
    expect(whole).toEqual(one.map((count, index) => count + other[index]));
    expect(single).toEqual(whole);
    expect(whole.reduce((sum, count) => sum + count, 0)).toBe(12);
    const { metrics } = await get<DeliveryOverview>(
      '/overview?scope=everything&days=90',
    );
    expect(metrics.deploymentFrequency.total?.sampleSize).toBe(12);
  });

  it('leaves out what the catalog does not know, also before windows are made of it', async () => {
    const trend = () =>
      get<OverviewTrend>('/overview/trend?scope=everything&days=90');
    const { points } = await trend();
    // As it is right after an import.
    const { rowCount } = await portal.knex.raw(
      `WITH s AS (SELECT id FROM dora.entities WHERE entity_ref = ?),
         changed AS (UPDATE dora.window_changes SET changed_in = pg_current_xact_id() WHERE entity_id IN (SELECT id FROM s))
       DELETE FROM dora.entity_windows WHERE entity_id IN (SELECT id FROM s)`,
      [stray],
    );
    expect(rowCount).toBeGreaterThan(0);
    expect((await trend()).points).toEqual(points);
  });

  it('shows whole intervals, so that no part of a week looks like little', async () => {
    for (const interval of ['week', 'month'] as const) {
      const { period, points } = await get<OverviewTrend>(
        `/overview/trend?scope=${all}&days=28&interval=${interval}`,
      );
      const { period: window } = await get<DeliveryOverview>(
        `/overview?scope=${all}&days=28`,
      );
      expect(points[0].period.from).toBe(period.from);
      expect(points.at(-1)?.period.to).toBe(period.to);
      expect(period.from <= window.from && period.to >= window.to).toBe(true);
      // All of the days may be of one month, which runs.
      expect(points[0].complete).toBe(points.length > 1);
      const from = new Date(period.from);
      expect(interval === 'week' ? from.getUTCDay() : from.getUTCDate()).toBe(
        1,
      );
      expect(points.at(-1)?.complete).toBe(false);
    }
  });

  it('tells the metric store the same', async () => {
    const { metrics, scheduler } = portal;
    await scheduler.triggerTask('dora-publish-metrics');
    const limit = Date.now() + 30_000;
    let published = 0;
    while (published < 2 && Date.now() < limit) {
      await sleep(200);
      const found = await metrics
        .latest({ metricIds: ['changeLeadTime'], entityRefs: [shop, cart] })
        .catch(() => undefined);
      published =
        found?.metrics[0]?.values.filter(each => each.state === 'ok').length ??
        0;
    }
    const { scopes } = await metrics.rollup({
      metricIds: ['deploymentFrequency', 'changeFailRate', 'changeLeadTime'],
      scopes: ['everything', red],
      window: 28,
    });
    for (const { scope, metrics: found } of scopes) {
      const overview = await get<DeliveryOverview>(
        `/overview?scope=${scope}&days=28`,
      );
      const [frequency, failRate, leadTime] = found;
      const { deploymentFrequency, changeFailRate, changeLeadTime } =
        overview.metrics;
      expect(frequency.value).toMatchObject({ ...deploymentFrequency.total });
      expect(failRate.value).toMatchObject({ ...changeFailRate.total });
      expect(leadTime.coverage.have).toBe(changeLeadTime.coverage.have);
    }
    // Told again, nothing is new.
    const left = await metrics.latest({
      metricIds: ['deploymentFrequency'],
      entityRefs: [shop],
    });
    expect(left.metrics[0].values[0].value).toBe(1);
  });

  it('shows what stands behind a service', async () => {
    const { items } = await get<{ items: { id: string }[] }>(
      '/entities/component/default/shop/deployments',
    );
    const detail = await get<Record<string, unknown>>(
      `/entities/component/default/shop/deployments/${items[0].id}`,
    );
    expect(detail).toMatchObject({
      tag: 'v7',
      changes: 1,
      reasons: [],
      items: [{ leadTime: 1, isMerge: false }],
    });
    const explanation = await get<Record<string, never>>(
      '/entities/component/default/shop/explanation',
    );
    expect(explanation).toMatchObject({
      environments: [{ deployments: 6 }],
      metrics: {
        deploymentFrequency: {
          inputs: [{ label: 'Releases of the repository', count: 6 }],
          exclusions: [],
        },
        changeLeadTime: { percentiles: { count: 6, p50: 1, p90: 1 } },
      },
    });
  });

  it('tells what runs where, page by page', async () => {
    const path = `/environments/matrix?scope=${all}&limit=1`;
    const first = await get<EnvironmentMatrix>(path);
    expect(first).toMatchObject({
      total: 3,
      measured: 2,
      items: [{ entityRef: cart, running: [{ version: 'v5' }] }],
    });
    const rest = await get<EnvironmentMatrix>(
      `${path}&cursor=${first.nextCursor}`,
    );
    expect(rest.items.map(({ entityRef }) => entityRef)).toEqual([shop]);
    expect(rest.nextCursor).toBeUndefined();
    await get('/environments/matrix?scope=nothing', 400);
    await get('/environments/matrix?scope=group:default/nobody', 404);
  });

  it('says what is wrong with a question', async () => {
    await get('/overview', 400);
    await get('/overview?scope=component:default/shop', 400);
    await get('/overview?scope=everything&days=30', 400);
    const { error } = await get<{ error: { message: string } }>(
      '/overview?scope=group:default/nobody',
      404,
    );
    expect(error.message).toMatch(/^There is no group:default\/nobody in/);
    await get('/overview/services?scope=everything&cursor=x', 400);
    await get('/entities/component/default/shop/deployments/none', 404);
    await get('/entities/component/default/shop/deployments/99999999', 404);
  });

  it('says where something was made up', async () => {
    const isDemo = async (scope: string) =>
      (await get<DeliveryOverview>(`/overview?scope=${scope}`)).demo;
    expect(await isDemo('everything')).toBe(false);
    await load(idle, [3], 'demo');
    expect(
      await Promise.all([blue, all, 'everything', red].map(isDemo)),
    ).toEqual([true, true, true, false]);
  });
});
