import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { example, exampleCatalog } from './__testUtils__/exampleCatalog';
import {
  startDocsCoverage,
  testDatabases,
} from './__testUtils__/startDocsCoverage';

jest.setTimeout(120_000);

async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const found = await ask();
    if (found !== undefined) {
      return found;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('It did not happen within a minute');
}

const shopSite = {
  'index.html':
    '<main><a href="guide/">Guide</a><a href="gone/">Gone</a></main>',
  'guide/index.html': '<h1 id="a">A</h1><a href="../#none">None</a>',
  '404.html': '<a href="/nowhere">Nowhere</a>',
};

describe('a scan', () => {
  it('says what is documented, by owner, system and domain, and which links are broken', async () => {
    const knex = await testDatabases.init('POSTGRES_18');
    const started = await startDocsCoverage({
      knex,
      entities: exampleCatalog,
      sites: { 'component:default/shop': shopSite },
    });
    const { get } = started;
    const overview = await until(async () => {
      const { body } = await get('/docs-coverage/v1/overview');
      return body.sites.built === 1 ? body : undefined;
    });
    expect(overview).toMatchObject({
      countable: 4,
      documented: 2,
      coverage: { state: 'ok', value: 0.5, sampleSize: 4 },
      goal: 0.9,
      missingUntilGoal: 2,
      sites: { built: 1, 'not-built': 0, failed: 0 },
      brokenLinks: 2,
    });

    const of = async (scope: string) => {
      const query = new URLSearchParams({ scope });
      const { body } = await get(`/docs-coverage/v1/overview?${query}`);
      return [body.documented, body.countable];
    };
    expect(await of('group:default/team')).toEqual([1, 2]);
    expect(await of('group:default/department')).toEqual([2, 3]);
    expect(await of('System:default/sales')).toEqual([2, 3]);
    expect(await of('domain:default/commerce')).toEqual([2, 3]);
    expect(await of('group:default/nobody')).toEqual([0, 0]);

    const owners = await get('/docs-coverage/v1/groups?by=owner');
    expect(owners.body.items).toMatchObject([
      { entityRef: 'group:default/team', documented: 1, countable: 2 },
      { documented: 0, countable: 1, coverage: { value: 0 } },
      { entityRef: 'group:default/department', documented: 1, countable: 1 },
    ]);

    const missing = await get(
      '/docs-coverage/v1/entities?documented=missing&kind=component&limit=1',
    );
    expect(missing.body.items).toMatchObject([
      { entityRef: 'component:default/lonely' },
    ]);
    const next = await get(
      `/docs-coverage/v1/entities?documented=missing&limit=1&cursor=${missing.body.nextCursor}`,
    );
    expect(next.body).toMatchObject({
      items: [
        { entityRef: 'component:default/till', ownerRef: 'group:default/team' },
      ],
    });
    expect(next.body.nextCursor).toBeUndefined();

    const first = await get('/docs-coverage/v1/broken-links?limit=1');
    const second = await get(
      `/docs-coverage/v1/broken-links?limit=1&cursor=${first.body.nextCursor}`,
    );
    expect([...first.body.items, ...second.body.items]).toEqual([
      {
        entityRef: 'component:default/shop',
        page: 'guide/index.html',
        target: '../#none',
        reason: 'missing-anchor',
      },
      {
        entityRef: 'component:default/shop',
        page: 'index.html',
        target: 'gone/',
        reason: 'missing-page',
      },
    ]);
    const wrong = await get('/docs-coverage/v1/broken-links?cursor=x');
    expect(wrong.status).toBe(400);
    await started.stop();
  });

  it('removes what is gone, forgets what was mended, and keeps what a failing source once said', async () => {
    const knex = await testDatabases.init('POSTGRES_18');
    const scan = async (
      entities: Entity[],
      options: Pick<
        Parameters<typeof startDocsCoverage>[0],
        'sites' | 'broken'
      >,
      expected: object,
    ) => {
      const started = await startDocsCoverage({ knex, entities, ...options });
      const overview = await until(async () => {
        const { body } = await started.get('/docs-coverage/v1/overview');
        return Object.entries(expected).every(
          ([key, value]) => JSON.stringify(body[key]) === JSON.stringify(value),
        )
          ? body
          : undefined;
      });
      await started.stop();
      expect(overview).toMatchObject(expected);
    };
    const site = (pages: Record<string, string>) => ({
      sites: { 'component:default/shop': pages },
    });
    await scan(exampleCatalog, site(shopSite), {
      countable: 4,
      brokenLinks: 2,
    });
    await scan(
      exampleCatalog,
      { ...site(shopSite), broken: 'component:default/shop' },
      { brokenLinks: 2, sites: { built: 0, 'not-built': 0, failed: 1 } },
    );
    await scan(exampleCatalog, site({ 'index.html': 'Mended' }), {
      brokenLinks: 0,
      sites: { built: 1, 'not-built': 0, failed: 0 },
    });
    await scan(
      [
        example('Component:default/till', {
          spec: { lifecycle: 'production' },
        }),
      ],
      {},
      {
        countable: 1,
        documented: 0,
        sites: { built: 0, 'not-built': 0, failed: 0 },
      },
    );
  });

  it('tells the metric store the same figures', async () => {
    const knex = await testDatabases.init('POSTGRES_18');
    const started = await startDocsCoverage({ knex, entities: exampleCatalog });
    const entityRefs = (
      await until(async () => {
        const { body } = await started.get('/docs-coverage/v1/entities');
        return body.items.length === 4 ? body.items : undefined;
      })
    ).map(({ entityRef }: { entityRef: string }) => entityRef);
    const values: Array<{ value: number }> = await until(async () => {
      const { body } = await started.post('/metrics/v1/query/latest', {
        metricIds: ['documentationCoverage'],
        entityRefs,
      });
      const told = body.metrics?.[0]?.values?.filter(
        (each?: { state: string }) => each?.state === 'ok',
      );
      return told?.length === entityRefs.length ? told : undefined;
    });
    const { body: page } = await started.get('/docs-coverage/v1/overview');
    const documented = values.reduce((sum, { value }) => sum + value, 0);
    expect(documented).toBe(page.documented);
    expect(documented / values.length).toBe(page.coverage.value);
    await started.stop();
  });
});

it('is for those who may see it', async () => {
  const knex = await testDatabases.init('POSTGRES_18');
  const started = await startDocsCoverage({
    knex,
    permissions: mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(() => ({ result: AuthorizeResult.DENY })),
    }).factory,
  });
  for (const path of [
    'overview',
    'groups?by=owner',
    'entities',
    'broken-links',
    'usage',
    'stale-sites',
  ]) {
    const { status } = await started.get(`/docs-coverage/v1/${path}`);
    expect(status).toBe(403);
  }
  const told = await started.post('/docs-coverage/v1/reads', {
    reads: [],
    searches: [],
  });
  expect(told.status).toBe(403);
  await started.stop();
});
