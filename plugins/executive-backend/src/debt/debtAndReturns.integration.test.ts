import type { DebtAnswer, ReturnAnswer } from '@portal/plugin-executive-common';
import { startStewardship, today } from '../__testUtils__/startStewardship';
import { DebtSpotter } from './DebtSpotter';
import { createDebtStore } from './DebtStore';

jest.setTimeout(180_000);

describe('debt and returns', () => {
  let portal: Awaited<ReturnType<typeof startStewardship>>;
  let ask: typeof portal.ask;

  beforeAll(async () => {
    portal = await startStewardship();
    ask = portal.ask;
  });
  afterAll(async () => portal?.stop());

  it('finds ends of support, keeps their estimates, and calls them paid when they are gone', async () => {
    const store = createDebtStore(portal.client);
    let runtimes = 'nodejs@16';
    const list = async () => [
      {
        ref: 'component:default/shop',
        kind: 'component' as const,
        title: 'shop',
        runtimes,
      },
    ];
    const spotter = DebtSpotter.create({
      client: portal.client,
      nodes: { list },
      store,
    });
    await spotter.look();
    const debtOf = async (): Promise<DebtAnswer> =>
      (await ask('get', 'debt', 'executive')).body;
    const found = (await debtOf()).items.find(
      ({ source }) => source === 'end-of-life',
    );
    expect(found).toMatchObject({
      title: 'Support of Node.js 16 ends',
      dueOn: '2023-09-11',
      ownerRef: 'group:default/alpha',
      origin: 'rule',
    });
    const { id = '', revision = 0 } = found ?? {};
    await ask('put', `debt-items/${encodeURIComponent(id)}`, 'alphonse', {
      title: 'Something else',
      componentRef: 'component:default/shop',
      kind: 'code',
      fixHours: 12,
      revision,
    }).expect(200);
    await spotter.look();
    const estimated = (await debtOf()).items.find(each => each.id === id);
    expect(estimated).toMatchObject({
      title: 'Support of Node.js 16 ends',
      fixHours: 12,
    });
    runtimes = 'nodejs@24';
    await spotter.look();
    expect((await debtOf()).items.find(each => each.id === id)?.paidOn).toBe(
      today,
    );
  });

  it('has the register by owner, with what it costs where every owner has a rate', async () => {
    await ask('post', 'debt-items', 'alphonse', {
      title: 'Manual release',
      componentRef: 'component:default/shop',
      kind: 'operations',
      interestHours: 4,
      fixHours: 20,
    }).expect(201);
    await ask('post', 'debt-items', 'alphonse', {
      title: 'Not mine',
      componentRef: 'component:default/stock',
      kind: 'code',
    }).expect(403);
    const own: DebtAnswer = (await ask('get', 'debt', 'alphonse')).body;
    expect(own.items.map(({ title }) => title)).not.toContain('Old batch');
    // 20 hours × 7,300 × 12 / 1,720.
    expect(own.totals.fix).toEqual({ amount: '1018.60', currency: 'EUR' });
    const all: DebtAnswer = (await ask('get', 'debt', 'executive')).body;
    expect(all.totals).toMatchObject({ items: 2, estimated: 2, fixHours: 30 });
    // The owner of the other has no rate.
    expect(all.totals).not.toHaveProperty('fix');
    const calendar = await ask('get', 'end-of-life', 'executive');
    expect(calendar.body.entries).toEqual([
      expect.objectContaining({ product: 'nodejs', cycle: '16' }),
      expect.objectContaining({ product: 'java', cycle: '21' }),
    ]);
    expect(calendar.body.unknown).toEqual([
      { text: 'cobol@85', components: ['component:default/stock'] },
    ]);
  });

  it('compares what services are worth with what they cost, and keeps what is decided', async () => {
    await ask('put', 'returns/component/default/shop/value', 'alphonse', {
      value: {
        kind: 'money',
        perYear: { amount: '773073', currency: 'EUR' },
        measure: 'Sales',
      },
    }).expect(200);
    await ask('put', 'returns/component/default/stock/value', 'alphonse', {
      value: null,
    }).expect(403);
    await ask('put', 'returns/component/default/stock/value', 'executive', {
      value: null,
    }).expect(400);
    await ask('post', 'returns/component/default/shop/decisions', 'alphonse', {
      advice: 'invest',
      reason: 'It sells.',
    }).expect(201);
    const { body }: { body: ReturnAnswer } = await ask(
      'get',
      'returns',
      'executive',
    );
    const shop = body.services.find(({ title }) => title === 'shop');
    expect(shop).toMatchObject({
      perYear: { amount: '773073.00', currency: 'EUR' },
      confidence: 'medium',
      decision: { advice: 'invest', by: 'user:default/alphonse' },
    });
    // People: 4 × 7,300 × 12. Cloud: as much as a year of the days there are.
    expect(Number(shop?.cost?.amount)).toBeGreaterThan(350_400 + 20 * 100);
    expect(body.services.find(({ title }) => title === 'stock')).toMatchObject({
      confidence: 'none',
      confidenceReason: 'its cost is not known',
    });
  });

  it('says the same as a file', async () => {
    for (const page of ['debt', 'returns']) {
      const answer = await ask('get', `reports/${page}.csv`, 'executive');
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('shop');
    }
  });
});
