import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  addSeconds,
  type HealthState,
} from '@portal/plugin-service-health-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  startDatabase,
  testDatabases,
} from '../__testUtils__/startServiceHealth';
import { CheckStore } from './CheckStore';
import { DayStore } from './DayStore';
import { deleteOld } from './deleteOld';
import { HistoryStore } from './HistoryStore';
import { minuteOf } from './hourMasks';
import type { Observation } from './Observation';
import { ResultStore } from './ResultStore';

jest.setTimeout(120_000);

const confirm = { need: 2, of: 3 };
const shop = { entityRef: 'component:default/shop', environment: 'PROD1' };
const minuteMs = 60_000;

function declaration(count: number) {
  return {
    entityRef: shop.entityRef,
    problems: [],
    checks: Array.from({ length: count }, (_, index) => ({
      environment: 'PROD1',
      name: `https://shop.example.com/${index}`,
      settings: {
        kind: 'http' as const,
        url: `https://shop.example.com/${index}`,
        status: [{ from: 200, to: 299 }],
      },
    })),
  };
}

async function startStores(client?: Knex) {
  const knex = client ?? (await startDatabase());
  return {
    knex,
    checks: CheckStore.create({ client: knex }),
    days: DayStore.create({ client: knex }),
    history: HistoryStore.create({ client: knex }),
    results: ResultStore.create({ client: knex, confirm }),
  };
}

it('migrates up, down and up again', async () => {
  const knex = await testDatabases.init('POSTGRES_18');
  const directory = resolvePackagePath(
    '@portal/plugin-service-health-backend',
    'migrations',
  );
  await knex.migrate.latest({ directory });
  await knex.migrate.rollback({ directory }, true);
  await knex.migrate.latest({ directory });
  await expect(knex('hours').count()).resolves.toEqual([{ count: '0' }]);
});

it('gives each due probe to one taker, and to nobody again before it is due', async () => {
  const { knex, checks } = await startStores();
  await checks.declare([declaration(100)], minuteMs);
  await knex('checks').update({ next_at: new Date(Date.now() - 1000) });
  const taken = await Promise.all(
    Array.from({ length: 4 }, () => checks.take(40, minuteMs)),
  );
  const ids = taken.flat().map(({ checkId }) => checkId);
  expect(new Set(ids).size).toBe(ids.length);
  const rest = await checks.take(100, minuteMs);
  expect(ids.length + rest.length).toBe(100);
  await expect(checks.take(100, minuteMs)).resolves.toEqual([]);

  await checks.declare([declaration(1)], minuteMs);
  await knex('checks')
    .whereNotNull('next_at')
    .update({ next_at: new Date(0) });
  await expect(checks.take(100, minuteMs)).resolves.toHaveLength(1);
});

it('leaves the same minutes whatever the order, and however often it comes', async () => {
  const { knex, checks, days, history, results } = await startStores();
  const yesterday = minuteOf(new Date(Date.now() - 86_400_000)).getTime();
  let run = 0;
  const observation = fc.record({
    offset: fc.nat(600),
    minutes: fc.integer({ min: 1, max: 90 }),
    state: fc.constantFrom<HealthState>('up', 'degraded', 'down'),
    latency: fc.nat(2000),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(observation, { minLength: 1, maxLength: 12 }),
      async found => {
        run += 1;
        const [one, other] = await checks.ensureExternal(
          ['one', 'other'].map(name => ({ ...shop, name: `${name} ${run}` })),
          false,
        );
        const distinct = new Map(found.map(each => [each.offset, each]));
        const of = (checkId: string): Observation[] =>
          [...distinct.values()].map(each => ({
            ...each,
            checkId,
            minute: new Date(yesterday - each.offset * minuteMs),
            at: new Date(yesterday - each.offset * minuteMs),
          }));
        await results.record(of(one));
        for (const each of of(other).reverse()) {
          await results.record([each]);
        }
        await results.record(of(other));
        const from = new Date(yesterday - 3 * 86_400_000)
          .toISOString()
          .slice(0, 10);
        const raw = await read(one);
        expect(await read(other)).toEqual(raw);
        const total = addSeconds(raw);
        await days.roll();
        expect(await read(one)).toEqual(raw);
        expect(addSeconds(await read(other))).toEqual(total);

        const worst = new Map<number, HealthState>();
        const order = ['up', 'degraded', 'down'];
        for (const { offset, minutes, state } of distinct.values()) {
          for (let index = 0; index < minutes; index++) {
            const minute = index - offset;
            const known = worst.get(minute) ?? 'up';
            worst.set(
              minute,
              order.indexOf(state) > order.indexOf(known) ? state : known,
            );
          }
        }
        const seconds = (state: HealthState) =>
          60 * [...worst.values()].filter(each => each === state).length;
        expect(total).toEqual({
          up: seconds('up'),
          degraded: seconds('degraded'),
          down: seconds('down'),
          maintenance: 0,
        });

        async function read(id: string) {
          const rows = await history.days([id], from);
          return rows
            .map(({ checkId: _, ...row }) => row)
            .sort((a, b) => a.day.localeCompare(b.day));
        }
      },
    ),
    { numRuns: 25 },
  );
  await deleteOld(knex);
  await expect(knex('hours').count()).resolves.not.toEqual([{ count: '0' }]);
});

it('tells nobody how a new check begins, and the owner of what comes after', async () => {
  const { knex, checks, results } = await startStores();
  await checks.declare([declaration(1)], minuteMs);
  const [{ id }] = await knex('checks').select('id');
  const start = minuteOf(new Date()).getTime() - 10 * minuteMs;
  const untold = async (states: HealthState[], after: number) => {
    await results.record(
      states.map((state, index) => {
        const at = new Date(start + (after + index) * minuteMs);
        return { checkId: String(id), minute: at, minutes: 1, at, state };
      }),
    );
    const rows = await knex('changes').where({ told: false });
    return rows.map(({ to_state: to }) => to);
  };
  expect(await untold(['down'], 0)).toEqual([]);
  expect(await untold(['up', 'up'], 1)).toEqual(['up']);
  expect(await untold(['down', 'down'], 3)).toEqual(['up', 'down']);
});

it('damps flapping, leaves maintenance out, and notes changes once', async () => {
  const { knex, checks, history, results } = await startStores();
  await checks.declare([declaration(1)], minuteMs);
  const [{ id }] = await knex('checks').select('id');
  const start = minuteOf(new Date()).getTime() - 20 * minuteMs;
  const at = (index: number) => new Date(start + index * minuteMs);
  const found = (index: number, state: HealthState): Observation => ({
    checkId: String(id),
    minute: at(index),
    minutes: 1,
    at: at(index),
    state,
    reason: state === 'up' ? undefined : 'HTTP status 500',
  });
  await results.record([found(0, 'up'), found(1, 'down'), found(2, 'up')]);
  const [flapping] = await knex('checks').select('state', 'reason');
  expect(flapping).toEqual({ state: 'up', reason: null });
  // Nobody has looked for a quarter of an hour.
  await expect(history.states({})).resolves.toMatchObject([
    { state: 'unknown' },
  ]);

  await knex('maintenance').insert({
    entity_ref: shop.entityRef,
    environment: 'prod1',
    from_at: at(5),
    to_at: at(8),
    reason: 'New disks',
    created_by: 'user:default/me',
  });
  await Promise.all([
    results.record([found(3, 'down'), found(4, 'down')]),
    results.record([found(3, 'down'), found(4, 'down')]),
  ]);
  await results.record([5, 6, 7, 8].map(index => found(index, 'down')));
  const changes = await history.changes([String(id)], 10);
  expect(changes.map(({ from, to }) => `${from} > ${to}`)).toEqual([
    'up > down',
    'unknown > up',
  ]);
  await expect(knex('changes').where({ told: false })).resolves.toHaveLength(1);
  const rows = await history.days(
    [String(id)],
    at(0).toISOString().slice(0, 10),
  );
  expect(addSeconds(rows)).toEqual({
    up: 120,
    degraded: 0,
    down: 240,
    maintenance: 180,
  });
});
