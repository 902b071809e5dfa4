import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { BudgetUse, MonthForecast } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { Inbox } from '../__testUtils__/Inbox';
import { serveRoutes } from '../__testUtils__/serveRoutes';
import { SqlCostReader } from '../__testUtils__/SqlCostReader';
import { TestAccess } from '../__testUtils__/TestAccess';
import {
  fillCosts,
  initSteeringDatabase,
} from '../__testUtils__/testDatabases';
import { createAugursForecaster } from '../forecast/AugursForecaster';
import { CostForecasts } from '../forecast/CostForecasts';
import { addForecastRoutes } from '../forecast/forecastRoutes';
import { BudgetTeller } from '../notify/BudgetTeller';
import { OwnerFinder } from '../notify/OwnerFinder';
import { addDays } from '../steering/days';
import { ToldStore } from '../steering/ToldStore';
import { addBudgetRoutes } from './budgetRoutes';
import { Budgets } from './Budgets';
import { ConfiguredBudgets } from './ConfiguredBudgets';
import { DatabaseBudgetStore } from './DatabaseBudgetStore';

jest.setTimeout(180_000);

const shop = 'component:default/shop';
const red = 'group:default/red';

function start(
  client: Knex,
  options: { now?: string; listed?: unknown[]; inbox?: Inbox } = {},
) {
  const { now = '2026-05-20', listed = [] } = options;
  const access = TestAccess.create();
  const auth = mockServices.auth();
  const logger = mockServices.logger.mock();
  const costs = SqlCostReader.create({ client, members: { [red]: [shop] } });
  const forecasts = CostForecasts.create({
    client,
    costs,
    forecaster: createAugursForecaster({ logger }),
    now: () => Date.parse(now),
  });
  const budgetStore = DatabaseBudgetStore.create({ client });
  const budgets = Budgets.create({
    access,
    auth,
    client,
    costs,
    currency: 'EUR',
    fiscalYearStart: 4,
    forecasts,
    store: budgetStore,
    configured: ConfiguredBudgets.create({
      listed,
      files: [],
      logger,
      urlReader: mockServices.urlReader.mock(),
    }),
    now: () => Date.parse(now),
  });
  const inbox = options.inbox ?? new Inbox();
  const teller = BudgetTeller.create({
    budgets,
    logger,
    notifications: inbox,
    told: ToldStore.create({ client }),
    owners: OwnerFinder.create({
      auth,
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'shop', namespace: 'default' },
            relations: [{ type: 'ownedBy', targetRef: red }],
          },
        ],
      }),
    }),
  });
  const server = serveRoutes((router, more) => {
    addBudgetRoutes(router, { ...more, access, budgets, budgetStore });
    addForecastRoutes(router, { ...more, access, forecasts });
  });
  return { access, budgets, costs, forecasts, inbox, logger, server, teller };
}

/** 100 a day, more or less by the weekday, from February on. */
function steady(until: string) {
  const days = [];
  for (let day = '2026-02-01'; day < until; day = addDays(day, 1)) {
    const weekday = new Date(day).getUTCDay();
    const amount = weekday === 0 || weekday === 6 ? '60' : '116';
    days.push({ day, amount, entityRef: shop });
  }
  return days;
}

const input = {
  title: 'Shop',
  slice: { scope: red },
  metric: 'BilledCost',
  period: 'month',
  amount: '3000',
  currency: 'EUR',
};

describe('budgets', () => {
  it('are kept, used and forecast', async () => {
    const client = await initSteeringDatabase();
    await fillCosts(client, steady('2026-05-20'));
    const { access, server } = start(client, {
      listed: [
        {
          id: 'all',
          title: 'All cost of the year',
          period: 'year',
          amount: 100000,
          currency: 'USD',
          metric: 'BilledCost',
        },
      ],
    });
    await client('exchange_rates').insert({
      day: '2026-01-01',
      currency: 'USD',
      rate: '0.8',
      origin: 'test',
    });
    const made = await request(server).post('/v1/budgets').send(input);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      ...input,
      thresholds: [0.5, 0.8, 1],
      alertOnForecast: true,
      origin: 'portal',
      createdBy: 'user:default/mock',
    });
    const { items } = (await request(server).get('/v1/budgets')).body;
    expect(items.map((use: BudgetUse) => use.budget.title)).toEqual([
      'Shop',
      'All cost of the year',
    ]);
    // 13 working days and 6 days of weekends.
    expect(items[0]).toMatchObject({
      from: '2026-05-01',
      to: '2026-06-01',
      lastDay: '2026-05-19',
      spent: '1868',
      remaining: '1132',
      state: 'forecast-over',
      reached: 0.5,
    });
    // 8 working days and 4 of weekends come.
    expect(Number(items[0].expected)).toBeGreaterThan(3000);
    expect(Number(items[0].expected)).toBeLessThan(3100);
    expect(Number(items[0].expectedLower)).toBeLessThanOrEqual(
      Number(items[0].expected),
    );
    // From April on, in dollars: (22 x 116 + 8 x 60 + 1868) / 0.8.
    expect(items[1]).toMatchObject({
      from: '2026-04-01',
      to: '2027-04-01',
      spent: '6125',
      state: 'within',
      budget: { id: 'config:all', origin: 'config' },
    });
    expect(Number(items[1].expected)).toBeGreaterThan(43_000);
    expect(Number(items[1].expected)).toBeLessThan(48_000);

    const april = await request(server).get(
      `/v1/budgets?day=2026-04-11&scope=${red}`,
    );
    expect(april.body.items).toHaveLength(1);
    expect(april.body.items[0]).toMatchObject({ spent: '3032', state: 'over' });
    expect(april.body.items[0].expected).toBeUndefined();

    const { id } = made.body;
    const changed = await request(server)
      .put(`/v1/budgets/${id}`)
      .send({ ...input, amount: '5000.50', owner: 'user:default/anna' });
    expect(changed.body).toMatchObject({ amount: '5000.50', id });
    const wrong = await request(server)
      .post('/v1/budgets')
      .send({
        ...input,
        amount: '-1',
        thresholds: [80],
        slice: { scope: 'x' },
      });
    expect(wrong.status).toBe(400);
    for (const words of ['amount: expected', '0.8 for 80 %', 'slice.scope']) {
      expect(wrong.body.error.message).toContain(words);
    }
    expect(
      (await request(server).delete('/v1/budgets/config:all')).status,
    ).toBe(404);
    access.refused.add('finops.budget.manage');
    expect((await request(server).delete(`/v1/budgets/${id}`)).status).toBe(
      403,
    );
    access.refused.clear();
    expect((await request(server).delete(`/v1/budgets/${id}`)).status).toBe(
      204,
    );

    // Who sees only the own sees no budget of everything.
    access.readable = {
      everything: { visible: 'own', totalOnly: false, members: [] },
    };
    expect((await request(server).get('/v1/budgets')).body.items).toEqual([]);
  });

  it('tell their owner of each share once in a period, with two instances and after a failure', async () => {
    const client = await initSteeringDatabase();
    await fillCosts(client, steady('2026-05-20'));
    const inbox = new Inbox();
    const first = start(client, { inbox });
    await request(first.server)
      .post('/v1/budgets')
      .send({ ...input, slice: { scope: shop } });
    inbox.failure = 'before';
    await first.teller.run();
    expect(first.logger.warn).toHaveBeenCalledTimes(1);
    expect(inbox.received).toEqual([]);
    inbox.failure = 'none';
    const second = start(client, { inbox });
    await Promise.all([first.teller.run(), second.teller.run()]);
    await first.teller.run();
    expect(inbox.received.map(({ payload }) => payload.title)).toEqual([
      'Budget Shop: 50 % reached',
      'Budget Shop: expected to be overrun',
    ]);
    expect(inbox.received[0].recipients).toEqual({
      type: 'entity',
      entityRef: [red],
    });
    expect(inbox.received[0].payload.description).toContain(
      '1,868.00 EUR of 3,000.00 EUR are used',
    );

    // All at once: the highest is told, and no other later.
    await fillCosts(client, [
      { day: '2026-05-20', amount: '2000', entityRef: shop },
    ]);
    await start(client, { inbox, now: '2026-05-21' }).teller.run();
    await start(client, { inbox, now: '2026-05-21' }).teller.run();
    expect(inbox.received.slice(2).map(({ payload }) => payload.title)).toEqual(
      ['Budget Shop: 129 % used'],
    );
    expect(inbox.received[2].payload.severity).toBe('high');
  });

  it('tell their owner what has no exchange rate', async () => {
    const client = await initSteeringDatabase();
    await fillCosts(client, [
      ...steady('2026-05-20'),
      { day: '2026-05-10', amount: '300', currency: 'USD', entityRef: shop },
      { day: '2026-05-11', amount: '0', currency: 'CHF', entityRef: shop },
    ]);
    const { inbox, server, teller } = start(client);
    await request(server)
      .post('/v1/budgets')
      .send({ ...input, slice: { scope: shop } });
    await teller.run();
    const [{ payload }] = inbox.received;
    expect(payload.title).toBe('Budget Shop: 50 % reached');
    expect(payload.description).toMatch(
      /1,868\.00 EUR of 3,000\.00 EUR are used, .* Not counted are 300\.00 USD: there is no exchange rate to EUR, so more may be used\. Expected at the end: [\d,.]+ EUR, without cost in USD\./,
    );
  });

  it('of the configuration say what is wrong', () => {
    const read = (budget: object) => () =>
      ConfiguredBudgets.create({
        listed: [budget],
        files: [],
        logger: mockServices.logger.mock(),
        urlReader: mockServices.urlReader.mock(),
      });
    expect(
      read({ id: 'x', title: 'X', amount: 1, currency: 'EUR' }),
    ).not.toThrow();
    expect(read({ id: 'x', title: 'X', amount: 0, currency: 'euro' })).toThrow(
      /finops\.budgets\[0\]: amount: .*; currency: /,
    );
    expect(
      read({ id: 'x', title: 'X', amount: 1, currency: 'EUR', wat: 1 }),
    ).toThrow(/wat/);
  });
});

describe('forecasts', () => {
  it('are made once of the same days, and say what is missing', async () => {
    const client = await initSteeringDatabase();
    await fillCosts(client, steady('2026-05-20'));
    const { server } = start(client);
    const { body } = await request(server).get(
      `/v1/forecast?scope=${red}&metric=BilledCost`,
    );
    expect(body).toMatchObject({
      state: 'ok',
      currency: 'EUR',
      lastDay: '2026-05-19',
      level: 0.8,
      error: { measure: 'wape', origins: 4 },
    });
    expect(body.error.value).toBeLessThan(0.05);
    expect(body.months.map(({ month }: MonthForecast) => month)).toEqual([
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
    ]);
    expect(body.months[0]).toMatchObject({ actual: '1868', knownDays: 19 });
    // 22 working days and 8 of weekends.
    expect(Math.abs(Number(body.months[1].expected) - 3032)).toBeLessThan(60);
    await request(server).get(`/v1/forecast?scope=${red}&metric=BilledCost`);
    expect(await client('forecasts').select('series_hash')).toHaveLength(1);
    const none = await request(server).get('/v1/forecast?environment=test');
    expect(none.body).toMatchObject({
      state: 'insufficient-data',
      have: 0,
      need: 21,
    });
    expect((await request(server).get('/v1/forecast?metric=x')).status).toBe(
      400,
    );
  });
});
