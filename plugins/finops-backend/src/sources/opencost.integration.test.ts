import { LocalServer } from '@portal/local-server';
import type { RequestListener } from 'node:http';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  createAllocation,
  parseAllocationRules,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { MemoryImporter } from './__testUtils__/MemoryImporter';
import { OpenCostSource } from './OpenCostSource';
import { readSourcesConfig } from './readSourcesConfig';
import { runSource } from './runSource';
import { SourceStateStore } from './SourceStateStore';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const now = new Date('2025-10-03T12:00:00Z');

/** As https://opencost.io/docs/integrations/api says. */
function allocation(
  name: string,
  day: string,
  totalCost: unknown,
  properties: object = {},
) {
  return {
    name,
    properties,
    window: {
      start: `${day}T00:00:00Z`,
      end: `${day}T24:00:00Z`,
    },
    start: `${day}T00:00:00Z`,
    end: `${day}T23:59:00Z`,
    minutes: 1439,
    cpuCores: 0.5,
    cpuCoreRequestAverage: 0.25,
    cpuCoreUsageAverage: 0.1,
    cpuCoreHours: 12,
    cpuCost: 0.3,
    cpuCostAdjustment: 0,
    cpuEfficiency: null,
    gpuCount: 0,
    gpuCost: 0,
    networkCost: 0,
    loadBalancerCost: 0,
    pvBytes: 0,
    pvCost: 0,
    pvs: null,
    ramBytes: 1024,
    ramCost: 0.1,
    sharedCost: 0,
    externalCost: 0,
    totalCost,
    totalEfficiency: 0.4,
    rawAllocationOnly: null,
  };
}

const answer = (...sets: unknown[]) =>
  JSON.stringify({ code: 200, status: 'success', data: sets });
const dayOf = (url: string | undefined) =>
  new URL(url ?? '', 'http://any').searchParams.get('window')?.slice(0, 10) ??
  '';

describe('cost of clusters', () => {
  let client: Knex;
  let store: SourceStateStore;
  let importer: MemoryImporter;
  const servers: LocalServer[] = [];

  beforeAll(async () => {
    client = await databases.init('POSTGRES_18');
    await client.migrate.latest({
      directory: resolvePackagePath(
        '@portal/plugin-finops-backend',
        'migrations',
      ),
    });
  });

  beforeEach(async () => {
    await client('cost_source_files').delete();
    await client('cost_source_states').delete();
    store = SourceStateStore.create({ client });
    importer = new MemoryImporter();
  });

  afterEach(async () => {
    for (const server of servers.splice(0)) {
      await server.stop();
    }
  });

  async function serve(listener: RequestListener): Promise<string> {
    const server = await LocalServer.start(listener);
    servers.push(server);
    return server.url;
  }

  async function run(target: string, more: object = {}, at = now) {
    const config = new ConfigReader({
      finops: {
        sources: [
          { name: 'clusters', type: 'opencost', target, periods: 1, ...more },
        ],
      },
    });
    await runSource(OpenCostSource.create(readSourcesConfig(config)[0]), {
      importer,
      store,
      logger: mockServices.logger.mock(),
      now: at,
    });
    const [state] = await store.list();
    return state;
  }

  it('makes a month of days, and restates it', async () => {
    const asked: URL[] = [];
    let price = '0.1000000000000000055511151231257827';
    const origin = await serve((request, response) => {
      asked.push(new URL(request.url ?? '', 'http://any'));
      const day = dayOf(request.url);
      response.end(
        answer({
          'one/shop/deployment:cart': allocation(
            'one/shop/deployment:cart',
            day,
            'PRICE',
            {
              cluster: 'one',
              namespace: 'shop',
              controller: 'cart',
              controllerKind: 'deployment',
              labels: { app: 'cart', team: 'a "b", c' },
              namespaceLabels: { env: 'prod' },
            },
          ),
          'one/__idle__': allocation('one/__idle__', day, 2.5, {
            cluster: 'one',
          }),
          'one/kube-system/__unallocated__': allocation(
            'one/kube-system/__unallocated__',
            day,
            1e-7,
          ),
          'one/free/__unallocated__': allocation('free', day, 0),
        }).replace('"PRICE"', price),
      );
    });
    const target = `${origin}/allocation/compute`;
    const state = await run(target, { currency: 'EUR' });
    expect(state).toMatchObject({ error: undefined, filesImported: 1 });
    expect(asked.map(url => dayOf(url.href))).toEqual([
      '2025-10-01',
      '2025-10-02',
      '2025-10-03',
    ]);
    expect(Object.fromEntries(asked[0].searchParams)).toEqual({
      window: '2025-10-01T00:00:00Z,2025-10-02T00:00:00Z',
      aggregate: 'cluster,namespace,controller',
      step: '1d',
      accumulate: 'false',
      includeIdle: 'true',
      idle: 'true',
    });
    expect(importer.imports[0]).toMatchObject({ months: ['2025-10-01'] });
    const { lines = [], items = [], summary } = importer.last ?? {};
    expect(lines).toHaveLength(9);
    expect(
      summary?.verdict.failures.filter(({ examples }) => examples.length > 0),
    ).toEqual([]);
    const byId = new Map(
      items.map(item => [item.columns.ResourceId, item] as const),
    );
    expect([...byId.keys()].sort()).toEqual([
      'one/__idle__',
      'one/kube-system/__unallocated__',
      'one/shop/cart',
    ]);
    const cart = byId.get('one/shop/cart');
    expect(cart).toMatchObject({
      columns: {
        ProviderName: 'OpenCost',
        ServiceCategory: 'Compute',
        ServiceName: 'Kubernetes',
        ChargeCategory: 'Usage',
        SubAccountId: 'one',
        ResourceName: 'cart',
        ResourceType: 'deployment',
      },
      tags: {
        app: 'cart',
        team: 'a "b", c',
        env: 'prod',
        cluster: 'one',
        namespace: 'shop',
        controller: 'cart',
        controllerKind: 'deployment',
      },
    });
    expect(lines.find(line => line.itemId === cart?.id)).toMatchObject({
      billedCost: price,
      effectiveCost: price,
      currency: 'EUR',
      billingMonth: '2025-10-01',
    });

    const rules = parseAllocationRules({
      rules: [
        {
          id: 'idle-capacity',
          title: 'Capacity of clusters that nothing used',
          match: { serviceName: 'Kubernetes', tags: { idle: 'true' } },
          idle: true,
        },
      ],
    });
    const decide = createAllocation({
      rules,
      catalog: {
        claims: [],
        environments: [],
        has: ref => ref === 'component:default/cart',
      },
      month: '2025-10',
    });
    expect(decide(byId.get('one/__idle__')!)).toMatchObject({ bucket: 'idle' });
    expect(decide(cart!)).toMatchObject({
      entityRef: 'component:default/cart',
    });

    expect(await run(target, { currency: 'EUR' })).toMatchObject({
      filesUnchanged: 1,
    });
    price = '0.3';
    await run(target, { currency: 'EUR' });
    expect(importer.imports).toHaveLength(2);
    expect(importer.imports[1].costs).toContain('0.3');
  });

  it('reads what is null, no number or of a label, and rejects rows without a cost', async () => {
    const origin = await serve((request, response) => {
      const day = dayOf(request.url);
      response.end(
        {
          '2025-10-01': answer(null, {
            'team=a': allocation('team=a', day, 'NOT'),
            'team=b': { ...allocation('team=b', day, 1.5), properties: null },
            __unallocated__: allocation('__unallocated__', day, null),
            none: null,
          }).replace('"NOT"', 'NaN'),
          '2025-10-02': '{"code":200,"data":null}',
        }[day] ?? answer(),
      );
    });
    const state = await run(`${origin}/model/allocation`, {
      aggregate: ['label:team'],
    });
    expect(state.error).toBeUndefined();
    expect(importer.imports).toMatchObject([{ costs: ['1.5'] }]);
    const paid = importer.last?.items.find(
      ({ id }) => id === importer.last?.lines[0].itemId,
    );
    expect(paid).toMatchObject({
      columns: { ProviderName: 'Kubecost', ResourceId: 'team=b' },
      tags: { team: 'b' },
    });
    expect(importer.last?.rejected).toHaveLength(2);
  });

  it('keeps a month whose days are no longer there, and one that is over', async () => {
    let kept = '2025-10-01';
    let asked = 0;
    const origin = await serve((request, response) => {
      asked += 1;
      const day = dayOf(request.url);
      response.end(
        answer(day < kept ? {} : { 'a/b/c': allocation('a/b/c', day, 1) }),
      );
    });
    const target = `${origin}/allocation`;
    await run(target);
    kept = '2025-10-02';
    const state = await run(target);
    expect(state.error).toContain('2025-10-01 cost 1 when it was read before');
    expect(importer.imports).toHaveLength(1);
    expect((await run(target, { acceptLess: true })).error).toBeUndefined();
    expect(importer.imports.at(-1)?.costs).toEqual(['1', '1']);

    const later = new Date('2025-11-05T00:00:00Z');
    await run(target, { periods: 2 }, later);
    expect(importer.imports).toHaveLength(4);
    asked = 0;
    await run(target, { periods: 2 }, later);
    expect(asked).toBe(4);
  });

  it('says which answer it does not understand, and imports nothing', async () => {
    let respond: RequestListener = (_, response) => response.end();
    const origin = await serve((request, response) =>
      respond(request, response),
    );
    const target = `${origin}/allocation`;
    const errorOf = async (listener: RequestListener, more: object = {}) => {
      respond = listener;
      return (await run(target, more)).error;
    };
    const say = (status: number, body: string) =>
      errorOf((_, response) => response.writeHead(status).end(body));
    expect(await say(500, 'prometheus is away')).toContain(
      'answers 500: prometheus is away',
    );
    expect(
      await say(200, '{"code":400,"message":"bad window","data":null}'),
    ).toContain('code 400: bad window');
    expect(await say(200, '<html>Sign in</html>')).toContain('no JSON');
    expect(await say(200, '{"code":200,"data":{"a":1}}')).toContain('at data');
    expect(
      await say(200, answer({ a: allocation('a', '2025-09-30', 1) })),
    ).toContain('does not keep to the window');
    expect(
      await errorOf((_, response) => response.write('{'), {
        requestTimeout: { milliseconds: 300 },
      }),
    ).toContain('did not answer in 300 ms');
    expect(await errorOf(request => request.socket.destroy())).toContain(
      'broke off',
    );
    expect(importer.imports).toEqual([]);
    expect((await run('http://127.0.0.1:1/allocation')).error).toContain(
      "can't be reached",
    );
  });

  it('goes to no other host, and shows its token to none', async () => {
    const seen: Array<string | undefined> = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end(answer());
    });
    let location = `${other}/allocation`;
    const tokens: Array<string | undefined> = [];
    const origin = await serve((request, response) => {
      tokens.push(request.headers.authorization);
      if (request.url?.startsWith('/allocation')) {
        response.writeHead(302, { location }).end();
      } else {
        response.end(answer({ 'a/b/c': allocation('a/b/c', '2025-10-01', 1) }));
      }
    });
    const at = new Date('2025-10-01T12:00:00Z');
    const state = await run(`${origin}/allocation`, { token: 'secret' }, at);
    expect(state.error).toContain('where it does not go');
    expect(seen).toEqual([]);
    expect(tokens).toEqual(['Bearer secret']);

    location = '/model/allocation';
    expect((await run(`${origin}/allocation`, {}, at)).error).toBeUndefined();
    location = '/allocation';
    await run(`${origin}/allocation`, {}, at);
    const [looped] = await store.list();
    expect(looped.error).toContain('more than 3 times');
    await expect(run('http://user:word@127.0.0.1/allocation')).rejects.toThrow(
      'without a password',
    );
  });
});
