import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import {
  component,
  startServiceHealth,
} from './__testUtils__/startServiceHealth';

jest.setTimeout(120_000);

const base = '/api/service-health/v1';
const shop = 'component:default/shop';

function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

it('takes results, answers states and history, and announces maintenance', async () => {
  const { server } = await startServiceHealth({
    entities: [component('shop')],
  });
  const service = mockCredentials.service.header();
  const items = [
    {
      entityRef: shop,
      environment: 'PROD1',
      name: 'pinger',
      at: minutesAgo(3 * 1440),
      state: 'up',
      minutes: 1440,
    },
    {
      entityRef: shop,
      environment: 'PROD1',
      name: 'pinger',
      at: minutesAgo(30),
      state: 'down',
      reason: 'It burns',
      minutes: 29,
    },
    {
      entityRef: shop,
      environment: 'UAT1',
      name: 'pinger',
      at: minutesAgo(1),
      state: 'up',
      latency: 12,
    },
    {
      entityRef: 'component:default/hidden',
      environment: 'PROD1',
      name: 'pinger',
      at: minutesAgo(1),
      state: 'up',
    },
  ];
  const send = () =>
    request(server)
      .post(`${base}/checks`)
      .set('authorization', service)
      .send({ items });
  await send().expect(200, { accepted: 4, changed: 4 });
  await send().expect(200, { accepted: 4, changed: 0 });

  const { body: states } = await request(server)
    .get(
      `${base}/states?environment=prod1&entityRef=${encodeURIComponent(shop)}`,
    )
    .expect(200);
  expect(states).toMatchObject({
    total: 1,
    counts: { down: 1, up: 0 },
    items: [{ entityRef: shop, state: 'down', reason: 'It burns' }],
  });
  const { body: both } = await request(server)
    .get(`${base}/states?environment=PROD1&environment=UAT1&limit=1`)
    .expect(200);
  expect(both.items).toHaveLength(1);
  expect(both.total).toBe(3);
  // What nobody works on comes first, and of what is well what somebody works on.
  const order = async () => {
    const { body } = await request(server).get(
      `${base}/states?entityRef=${encodeURIComponent(
        shop,
      )}&entityRef=component%3Adefault%2Fhidden`,
    );
    return body.items.map(
      (item: { environment: string; entityRef: string }) =>
        `${item.entityRef.slice(18)} ${item.environment}`,
    );
  };
  expect(await order()).toEqual(['shop PROD1', 'hidden PROD1', 'shop UAT1']);

  const { body: history } = await request(server)
    .get(`${base}/history?entityRef=${encodeURIComponent(shop)}`)
    .expect(200);
  const [production] = history.checks;
  expect(production.days).toHaveLength(30);
  expect(production.seconds).toMatchObject({ up: 86_400, down: 1740 });
  expect(production.availability).toBeCloseTo(86_400 / 88_140);
  expect(production.budget.remainingSeconds).toBeCloseTo(88.14 - 1740);
  expect(history.changes).toHaveLength(3);

  const { body: window } = await request(server)
    .post(`${base}/maintenance`)
    .send({
      entityRef: shop,
      from: minutesAgo(0),
      to: minutesAgo(-60),
      reason: 'New disks',
    })
    .expect(201);
  expect(window).toMatchObject({ createdBy: 'user:default/mock' });
  const { body: during } = await request(server).get(
    `${base}/states?entityRef=${encodeURIComponent(shop)}`,
  );
  expect(during.items[0].maintenanceUntil).toBe(window.to);
  expect(await order()).toEqual(['shop PROD1', 'shop UAT1', 'hidden PROD1']);
  await request(server).delete(`${base}/maintenance/${window.id}`).expect(204);
  await request(server).delete(`${base}/maintenance/${window.id}`).expect(404);
});

it.each([
  [
    {
      items: [
        {
          entityRef: 'nonsense',
          environment: 'P',
          name: 'n',
          at: minutesAgo(1),
          state: 'up',
        },
      ],
    },
    'items[0].entityRef',
  ],
  [
    {
      items: [
        {
          entityRef: shop,
          environment: 'P',
          name: 'n',
          at: 'soon',
          state: 'up',
        },
      ],
    },
    'items[0].at',
  ],
  [
    {
      items: [
        {
          entityRef: shop,
          environment: 'P',
          name: 'n',
          at: minutesAgo(1),
          minutes: 60,
          state: 'up',
        },
      ],
    },
    'future',
  ],
  [
    {
      items: [
        {
          entityRef: shop,
          environment: 'P',
          name: 'n',
          at: minutesAgo(1),
          state: 'bad',
        },
      ],
    },
    'state',
  ],
])('refuses %j', async (body, words) => {
  const { server } = await startServiceHealth();
  const { text } = await request(server)
    .post(`${base}/checks`)
    .send(body)
    .expect(400);
  expect(text).toContain(words);
});

it('hides what is not in the catalog, and refuses windows that make no sense', async () => {
  const { server } = await startServiceHealth({
    entities: [component('shop')],
  });
  await request(server)
    .get(`${base}/history?entityRef=component%3Adefault%2Fgone`)
    .expect(404);
  const { text } = await request(server)
    .post(`${base}/maintenance`)
    .send({
      entityRef: shop,
      from: minutesAgo(60),
      to: minutesAgo(30),
      reason: 'x',
    })
    .expect(400);
  expect(text).toContain('after now');
});
