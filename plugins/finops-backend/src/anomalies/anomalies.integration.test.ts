import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { CostAnomaly } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { Inbox } from '../__testUtils__/Inbox';
import { serveRoutes } from '../__testUtils__/serveRoutes';
import { TestAccess } from '../__testUtils__/TestAccess';
import {
  fillCosts,
  initSteeringDatabase,
  type TestCost,
} from '../__testUtils__/testDatabases';
import { AnomalyTeller } from '../notify/AnomalyTeller';
import { OwnerFinder } from '../notify/OwnerFinder';
import { addDays } from '../steering/days';
import { ToldStore } from '../steering/ToldStore';
import { AnomalyDetector } from './AnomalyDetector';
import { addAnomalyRoutes } from './anomalyRoutes';
import { AnomalyStore } from './AnomalyStore';

jest.setTimeout(180_000);

const shop = 'component:default/shop';
const cart = 'component:default/cart';
const red = 'group:default/red';
const spike = '2026-04-14';

function start(client: Knex, now = '2026-04-20', inbox = new Inbox()) {
  const access = TestAccess.create();
  const store = AnomalyStore.create({ client });
  const detector = AnomalyDetector.create({
    client,
    store,
    settings: {
      metric: 'BilledCost',
      minImpact: 50,
      minScore: 4,
      settleDays: 2,
      lookbackDays: 60,
    },
    now: () => Date.parse(now),
  });
  const teller = AnomalyTeller.create({
    anomalies: store,
    client,
    fallbackOwner: 'group:default/finance',
    logger: mockServices.logger.mock(),
    notifications: inbox,
    told: ToldStore.create({ client }),
    owners: OwnerFinder.create({
      auth: mockServices.auth(),
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
    now: () => Date.parse(now),
  });
  const server = serveRoutes((router, options) =>
    addAnomalyRoutes(router, { ...options, access, anomalies: store }),
  );
  return { access, detector, inbox, server, store, teller };
}

/** Two components with a weekly season and a fee on the first, and a spike of one of the shop's resources. */
function history(until: string): TestCost[] {
  const costs: TestCost[] = [];
  for (let day = '2026-02-01'; day < until; day = addDays(day, 1)) {
    const weekday = new Date(day).getUTCDay();
    const season = weekday === 0 || weekday === 6 ? 40 : 100;
    costs.push(
      {
        day,
        amount: String(season),
        entityRef: shop,
        environment: 'production',
        resourceId: 'i-steady',
      },
      {
        day,
        amount: day === spike ? '320.5' : '20',
        entityRef: shop,
        environment: 'production',
        resourceId: 'i-spike',
      },
      { day, amount: String(season / 2), entityRef: cart },
    );
    if (day.endsWith('-01')) {
      costs.push({ day, amount: '400', entityRef: cart, resourceId: 'fee' });
    }
  }
  return costs;
}

describe('anomalies', () => {
  it('are found with what caused them, told once, and stay as people left them', async () => {
    const client = await initSteeringDatabase();
    await fillCosts(client, history('2026-04-20'));
    const { access, detector, inbox, server, teller } = start(client);
    await detector.run();
    const { items } = (
      await request(server).get('/v1/anomalies?from=2026-04-02')
    ).body;
    expect(
      items.map(({ level, entityRef, day }: CostAnomaly) => [
        level,
        entityRef,
        day,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['allocation', shop, spike],
        ['total', '', spike],
      ]),
    );
    expect(items).toHaveLength(2);
    const found = items.find(
      ({ level }: CostAnomaly) => level === 'allocation',
    );
    expect(found).toMatchObject({
      actual: '420.5',
      expected: '120',
      impact: '300.5',
      environment: 'production',
      serviceCategory: 'Compute',
      currency: 'EUR',
      state: 'open',
    });
    expect(found.score).toBeGreaterThan(4);
    expect(found.contributions).toHaveLength(1);
    expect(found.contributions[0]).toMatchObject({
      resourceId: 'i-spike',
      actual: '320.5',
      expected: '20',
      difference: '300.5',
      lines: 1,
    });

    inbox.failure = 'before';
    await teller.run();
    inbox.failure = 'none';
    await Promise.all([
      teller.run(),
      start(client, '2026-04-20', inbox).teller.run(),
    ]);
    await teller.run();
    expect(
      inbox.received.map(({ recipients, payload }) => [
        'entityRef' in recipients && recipients.entityRef,
        payload.title,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [
          [red],
          `300.50 EUR more than usual on ${spike}: ${shop}, production, Compute`,
        ],
        [
          ['group:default/finance'],
          `300.50 EUR more than usual on ${spike}: Total`,
        ],
      ]),
    );
    expect(inbox.received).toHaveLength(2);

    // Acknowledged stays acknowledged, also when the day is restated and looked at again.
    const path = `/v1/anomalies/${found.id}/state`;
    const done = await request(server)
      .post(path)
      .send({ state: 'acknowledged', reason: 'A load test' });
    expect(done.body).toMatchObject({
      state: 'acknowledged',
      reason: 'A load test',
      changedBy: 'user:default/mock',
    });
    await fillCosts(client, [
      {
        day: spike,
        amount: '10',
        entityRef: shop,
        environment: 'production',
        resourceId: 'i-late',
      },
    ]);
    await detector.run();
    const again = (await request(server).get(`/v1/anomalies?scope=${shop}`))
      .body;
    expect(again.items).toHaveLength(1);
    expect(again.items[0]).toMatchObject({
      id: found.id,
      actual: '430.5',
      state: 'acknowledged',
    });

    // The spike was an error of the invoice: what nobody said anything of goes.
    await client.raw(
      `UPDATE daily_totals SET billed_cost = 20 WHERE billed_cost = 320.5`,
    );
    await client.raw(
      `UPDATE daily_costs SET billed_cost = 20 WHERE billed_cost = 320.5`,
    );
    await detector.run();
    expect(
      (await request(server).get('/v1/anomalies?state=open&from=2026-04-02'))
        .body.items,
    ).toEqual([]);

    // Rights.
    access.readable = {
      everything: {
        visible: 'own',
        totalOnly: false,
        members: [{ ref: cart }],
      },
    };
    expect(
      (await request(server).post(path).send({ state: 'open' })).status,
    ).toBe(403);
    access.readable = 'all';
    access.refused.add('finops.finding.triage');
    expect(
      (await request(server).post(path).send({ state: 'open' })).status,
    ).toBe(403);
    access.refused.clear();
    const wrong = await request(server).post(path).send({ state: 'silenced' });
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toContain('until');
    expect(
      (
        await request(server)
          .post('/v1/anomalies/9999/state')
          .send({ state: 'open' })
      ).status,
    ).toBe(404);
  });

  it('stay silent until a day, and are told once while they last', async () => {
    const client = await initSteeringDatabase();
    const costs = history('2026-04-10').map(cost => ({ ...cost }));
    await fillCosts(client, costs);
    await start(client, '2026-04-11').detector.run();
    const later = (day: string) => ({
      day,
      amount: '700',
      entityRef: shop,
      environment: 'production',
    });
    const inbox = new Inbox();
    await fillCosts(client, [later('2026-04-10'), later('2026-04-11')]);
    const { detector, server, teller } = start(client, '2026-04-13', inbox);
    await detector.run();
    await teller.run();
    const { items } = (await request(server).get(`/v1/anomalies?scope=${shop}`))
      .body;
    expect(items.map(({ day }: CostAnomaly) => day)).toEqual([
      '2026-04-11',
      '2026-04-10',
    ]);
    expect(
      inbox.received.filter(({ payload }) => payload.title.includes(shop)),
    ).toHaveLength(1);
    await request(server)
      .post(`/v1/anomalies/${items[0].id}/state`)
      .send({ state: 'silenced', reason: 'A sale', until: '2026-04-13' });
    await fillCosts(client, [later('2026-04-12'), later('2026-04-13')]);
    await start(client, '2026-04-16', inbox).detector.run();
    const states = (
      await request(server).get(`/v1/anomalies?scope=${shop}&limit=2`)
    ).body;
    expect(
      states.items.map(({ day, state, reason }: CostAnomaly) => [
        day,
        state,
        reason,
      ]),
    ).toEqual([
      ['2026-04-13', 'open', undefined],
      ['2026-04-12', 'silenced', 'A sale'],
    ]);
    const next = await request(server).get(
      `/v1/anomalies?scope=${shop}&limit=2&cursor=${states.nextCursor}`,
    );
    expect(next.body.items.map(({ day }: CostAnomaly) => day)).toEqual([
      '2026-04-11',
      '2026-04-10',
    ]);
    expect(next.body.nextCursor).toBeUndefined();
  });
});
