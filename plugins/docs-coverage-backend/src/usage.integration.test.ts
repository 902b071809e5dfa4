import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { UsageEvents } from '@portal/plugin-docs-coverage-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { example, exampleCatalog } from './__testUtils__/exampleCatalog';
import {
  startDocsCoverage,
  testDatabases,
} from './__testUtils__/startDocsCoverage';
import { DatabaseUsageStore } from './database/DatabaseUsageStore';
import { countEvents } from './usage/countEvents';
import { dayBefore } from './usage/dayBefore';

jest.setTimeout(120_000);

const documented = { annotations: { 'backstage.io/techdocs-ref': 'dir:.' } };
const entities = [
  ...exampleCatalog,
  example('Component:default/secret', documented),
  example('Domain:default/payments', documented),
];

const reads = (...refs: string[]): UsageEvents => ({
  reads: refs.map(entityRef => ({ entityRef })),
  searches: [],
});
const searches = (found: boolean, ...terms: string[]): UsageEvents => ({
  reads: [],
  searches: terms.map(term => ({ term, found })),
});

describe('usage', () => {
  it('counts what users read and search for, and answers it to who may see it', async () => {
    const knex = await testDatabases.init('POSTGRES_18');
    const started = await startDocsCoverage({
      knex,
      entities,
      hidden: ['component:default/secret'],
    });
    const { get, post } = started;
    const tell = async (body: object, authorization?: string) =>
      (await post('/docs-coverage/v1/reads', body, authorization)).status;
    const usage = async (query = '') =>
      (await get(`/docs-coverage/v1/usage${query}`)).body;

    expect(await usage()).toEqual({
      enabled: true,
      days: 28,
      mostRead: [],
      searchesWithoutResult: [],
    });

    const shop = 'component:default/shop';
    expect(await tell(reads(shop, 'domain:default/payments'))).toBe(204);
    expect(await tell(reads('Component:Default/Shop'))).toBe(204);
    // Not documented, documented elsewhere, hidden from the caller, and not there.
    expect(
      await tell(
        reads(
          'component:default/till',
          'system:default/sales',
          'component:default/secret',
          'component:default/invented',
        ),
      ),
    ).toBe(204);
    const { mostRead } = await usage();
    expect(mostRead).toEqual([
      { entityRef: shop, reads: 2 },
      { entityRef: 'domain:default/payments', reads: 1 },
    ]);
    const { rows } = await knex.raw(
      'SELECT entity_ref FROM "docs-coverage".reads ORDER BY 1',
    );
    expect(rows).toHaveLength(2);

    expect(await tell(searches(false, ' Rotate  KEYS', 'quota'))).toBe(204);
    expect(await tell(searches(true, 'rotate keys', 'invoice'))).toBe(204);
    expect(await tell(searches(false, 'rotate keys'))).toBe(204);
    expect(
      await tell(searches(false, 'jane@example.com', 'password=x', ' ')),
    ).toBe(204);
    const whole = await usage();
    expect(whole.searchesWithoutResult).toEqual([
      { term: 'rotate keys', searches: 3, withoutResult: 2 },
      { term: 'quota', searches: 1, withoutResult: 1 },
    ]);
    // Searches belong to no scope.
    const scoped = await usage('?scope=Group%3Adefault%2Fnobody&days=1');
    expect(scoped.mostRead).toEqual([]);
    expect(scoped.days).toBe(1);
    expect(scoped.searchesWithoutResult).toEqual(whole.searchesWithoutResult);

    for (const wrong of [
      {},
      { ...reads(shop), user: 'user:default/jane' },
      reads('shop'),
      reads(`component:default/${'x'.repeat(300)}`),
      reads(...Array(101).fill(shop)),
      searches(true, ...Array(101).fill('x')),
      searches(true, 'x'.repeat(501)),
      { reads: [], searches: [{ term: 'x', found: 'no' }] },
    ]) {
      expect(await tell(wrong)).toBe(400);
    }
    expect(await tell(reads(shop), mockCredentials.service.header())).toBe(403);
    expect(await tell(reads(shop), mockCredentials.none.header())).toBe(401);
    for (const query of ['?days=0', '?days=366', '?days=x', '?scope=x']) {
      const { status } = await get(`/docs-coverage/v1/usage${query}`);
      expect([query, status]).toEqual([query, 400]);
    }

    const invoked = await post(
      `/docs-coverage/.backstage/actions/v1/actions/${encodeURIComponent(
        'docs-coverage:get-documentation-usage',
      )}/invoke`,
      { days: 7 },
    );
    expect(invoked.body.output).toEqual({ ...whole, days: 7 });
    await started.stop();
  });

  it('leaves out what the reader does not see, and what is gone', async () => {
    const knex = await testDatabases.init('POSTGRES_18');
    const tell = reads('component:default/secret', 'domain:default/payments');
    const open = await startDocsCoverage({ knex, entities });
    await open.post('/docs-coverage/v1/reads', tell);
    const all = await open.get('/docs-coverage/v1/usage');
    expect(all.body.mostRead).toHaveLength(2);
    await open.stop();

    const closed = await startDocsCoverage({
      knex,
      entities: entities.filter(({ kind }) => kind !== 'Domain'),
      hidden: ['component:default/secret'],
    });
    const some = await closed.get('/docs-coverage/v1/usage');
    expect(some.body.mostRead).toEqual([]);
    await closed.stop();
  });

  it('counts nothing where that is turned off, and still lets go of what is old', async () => {
    const knex = await testDatabases.init('POSTGRES_18');
    const first = await startDocsCoverage({ knex, entities });
    await first.post('/docs-coverage/v1/reads', {
      ...reads('component:default/shop'),
      searches: [{ term: 'quota', found: false }],
    });
    await first.stop();
    await knex.raw(
      `INSERT INTO "docs-coverage".reads VALUES (?, 'component:default/shop', 7), (?, 'component:default/shop', 5)`,
      [dayBefore(9), dayBefore(10)],
    );

    const started = await startDocsCoverage({
      knex,
      entities,
      config: {
        usage: { enabled: false, retention: { days: 10 } },
      },
    });
    const told = await started.post(
      '/docs-coverage/v1/reads',
      reads('component:default/shop'),
    );
    expect(told.status).toBe(204);
    let left = 0;
    for (let tries = 0; tries < 300 && left !== 8; tries++) {
      const { body } = await started.get('/docs-coverage/v1/usage?days=365');
      expect(body.enabled).toBe(false);
      [{ reads: left }] = body.mostRead;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    expect(left).toBe(8);
    await started.stop();
  });
});

describe('DatabaseUsageStore', () => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await testDatabases.init('POSTGRES_18');
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@portal/plugin-docs-coverage-backend',
        'migrations',
      ),
    });
  });

  it('counts the same in any order, in any batches, also at the same time', async () => {
    const ref = fc.constantFrom('component:a/a', 'component:a/b', 'api:a/c');
    const term = fc.constantFrom('quota', 'Quota ', 'keys', 'a@b.example');
    const event = fc.oneof(
      ref.map(entityRef => reads(entityRef)),
      fc
        .tuple(fc.boolean(), term)
        .map(([found, text]) => searches(found, text)),
    );
    const together = (events: UsageEvents[]) =>
      countEvents({
        reads: events.flatMap(each => each.reads),
        searches: events.flatMap(each => each.searches),
      });
    const store = DatabaseUsageStore.create({ client: knex });
    const countsOf = async (day: string) => [
      await knex('reads')
        .where({ day })
        .orderBy('entity_ref')
        .select('entity_ref', 'reads'),
      await knex('searches')
        .where({ day })
        .orderBy('term')
        .select('term', 'searches', 'without_result'),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(event, fc.nat({ max: 4 }), fc.nat())),
        async events => {
          await knex('reads').delete();
          await knex('searches').delete();
          const whole = events.map(([each]) => each);
          await store.add('2026-01-01', together(whole));
          const shuffled = [...events].sort((a, b) => a[2] - b[2]);
          await Promise.all(
            [0, 1, 2, 3, 4].map(batch =>
              store.add(
                '2026-01-02',
                together(
                  shuffled
                    .filter(([, of]) => of === batch)
                    .map(([each]) => each),
                ),
              ),
            ),
          );
          expect(await countsOf('2026-01-02')).toEqual(
            await countsOf('2026-01-01'),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('tells only so many terms of a day apart, also at the same time, and goes on counting those it has', async () => {
    await knex('searches').delete();
    const store = DatabaseUsageStore.create({ client: knex, termsPerDay: 5 });
    const add = (day: string, ...terms: string[]) =>
      store.add(day, countEvents(searches(false, ...terms)));
    await add('2026-01-01', 'a', 'b', 'c');
    await Promise.all(
      ['d', 'e', 'f', 'g'].map(term => add('2026-01-01', term, `${term}2`)),
    );
    await add('2026-01-01', 'a', 'h');
    await add('2026-01-02', 'h');
    const found = await store.searchesWithoutResult({
      from: '2026-01-01',
      limit: 50,
    });
    expect(found).toHaveLength(6);
    expect(found[0]).toEqual({ term: 'a', searches: 2, withoutResult: 2 });
    expect(found.map(({ term }) => term)).toContain('h');
    const later = await store.searchesWithoutResult({
      from: '2026-01-02',
      limit: 50,
    });
    expect(later).toEqual([{ term: 'h', searches: 1, withoutResult: 1 }]);
  });
});
