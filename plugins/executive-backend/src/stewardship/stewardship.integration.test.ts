import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  belowGroupsOf,
  type DebtAnswer,
  type InvestmentAnswer,
  type ReturnAnswer,
} from '@portal/plugin-executive-common';
import { catalogNode } from '@portal/plugin-org-history-common';
import request from 'supertest';
import {
  OrganisationWriter,
  type WrittenEdge,
} from '../__testUtils__/OrganisationWriter';
import { beginAnew, startSnapshots } from '../__testUtils__/startSnapshots';
import { DebtSpotter } from '../debt/DebtSpotter';
import { createDebtStore } from '../debt/DebtStore';
import { InitiativeStore } from '../initiatives/InitiativeStore';
import { OwnedStore } from '../owned/OwnedStore';
import { addDays } from '../snapshots/days';
import { StewardshipFiles } from './StewardshipFiles';

jest.setTimeout(180_000);

const today = new Date().toISOString().slice(0, 10);
const groups = ['company', 'alpha', 'beta'].map(
  name => `group:default/${name}`,
);
const services = {
  'component:default/shop': 'group:default/alpha',
  'component:default/stock': 'group:default/beta',
};
const systems = ['system:default/selling', 'system:default/storing'];

function decide(permission: string, userRef: string): PolicyDecision {
  if (userRef === 'user:default/executive') {
    return { result: AuthorizeResult.ALLOW };
  }
  if (permission === 'executive.node.read') {
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'executive',
      resourceType: 'executive-node',
      conditions: belowGroupsOf(userRef),
    };
  }
  return {
    result:
      permission === 'executive.debt.manage'
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
  };
}

const initiative = {
  id: 'one-checkout',
  name: 'One checkout',
  sponsor: 'group:default/company',
  systems: [{ ref: 'system:default/selling', share: 0.5 }],
  teams: [{ ref: 'group:default/alpha', share: 0.25 }],
  start: addDays(today, -19),
  end: addDays(today, 21),
  budget: { amount: '100000', currency: 'EUR' },
};

describe('stewardship', () => {
  let portal: Awaited<ReturnType<typeof startSnapshots>>;
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'stewardship-'));
    const file = path.join(directory, 'portfolio.yaml');
    await writeFile(
      file,
      `
peopleRates:
  - { groupRef: group:default/alpha, from: '2020-01-01', people: 4, monthly: { amount: 7300, currency: EUR } }
values:
  - { entityRef: component:default/stock, value: { kind: money, perYear: { amount: 500, currency: EUR }, measure: Counted } }
debt:
  - { id: old-batch, title: Old batch, componentRef: component:default/stock, kind: code, fixHours: 10, since: '2026-01-05' }
`,
    );
    portal = await startSnapshots({
      decide,
      config: { finops: { currency: 'EUR' } },
    });
    const writer = await OrganisationWriter.create(portal.knex);
    await beginAnew(portal.client, [
      ...groups.map(ref => ({
        ref,
        kind: 'group' as const,
        title: ref.slice(ref.indexOf('/') + 1),
      })),
      ...systems.map(ref => ({
        ref,
        kind: 'system' as const,
        title: ref.slice(ref.indexOf('/') + 1),
      })),
      ...Object.keys(services).map(ref => ({
        ref,
        kind: 'component' as const,
        title: ref.slice(ref.indexOf('/') + 1),
        runtimes: ref.endsWith('shop') ? 'nodejs@16, java@21' : 'cobol@85',
      })),
    ]);
    await writer.open([
      ...[...groups, ...systems, ...Object.keys(services)].map(
        (from): WrittenEdge => ({ from, kind: 'existsIn', to: catalogNode }),
      ),
      ...groups
        .slice(1)
        .map((from): WrittenEdge => ({ from, kind: 'childOf', to: groups[0] })),
      ...Object.entries(services).map(
        ([from, to]): WrittenEdge => ({ from, kind: 'ownedBy', to }),
      ),
      ...Object.keys(services).map(
        (from, index): WrittenEdge => ({
          from,
          kind: 'partOf',
          to: systems[index],
        }),
      ),
      {
        from: 'user:default/alphonse',
        kind: 'memberOf',
        to: 'group:default/alpha',
      },
    ]);
    await portal.metricStore.register([
      {
        id: 'dailyCost',
        title: 'Cost',
        description: 'What an entity costs.',
        estimator: 'Sum',
        unit: 'currency:EUR',
        sample: 'lines',
        betterWhen: 'lower',
        aggregation: 'sum',
        source: 'Test',
      },
    ]);
    for (let back = 0; back < 20; back++) {
      await portal.metricStore.publish({
        day: addDays(today, -back),
        values: [
          {
            metricId: 'dailyCost',
            entityRef: 'component:default/shop',
            parts: { sum: '100.10', count: 1 },
          },
        ],
      });
    }
    await portal.taker().take(today);
    const { client } = portal;
    const files = StewardshipFiles.create({
      demo: true,
      files: [file],
      logger: mockServices.logger.mock(),
      urlReader: mockServices.urlReader.mock(),
      debts: createDebtStore(client),
      initiatives: InitiativeStore.create({ client }),
      rates: OwnedStore.create({ client, kind: 'people-rates', title: 'rate' }),
      values: OwnedStore.create({ client, kind: 'values', title: 'value of' }),
    });
    await files.refresh();
  });
  afterAll(async () => {
    await portal?.client.destroy();
    await rm(directory, { recursive: true, force: true });
  });

  const ask = (
    method: 'get' | 'post' | 'put' | 'delete',
    address: string,
    user: string,
    body?: object,
  ) =>
    request(portal.server)
      [method](`/api/executive/v1/${address}`)
      .set('Authorization', mockCredentials.user.header(`user:default/${user}`))
      .send(body);

  it('counts what an initiative costs, and what is left for running', async () => {
    const created = await ask('post', 'initiatives', 'executive', initiative);
    expect(created.status).toBe(201);
    const { body }: { body: InvestmentAnswer } = await ask(
      'get',
      'investment',
      'executive',
    );
    const [row] = body.rows;
    // 20 days of 100.10, half of it; 20 days of 4 × 7,300 × 12 / 365, a quarter of it.
    expect(row.spend).toEqual({
      cloud: { amount: '1001.00', currency: 'EUR' },
      people: { amount: '4800.00', currency: 'EUR' },
      total: { amount: '5801.00', currency: 'EUR' },
      missing: [],
    });
    expect(row.elapsed).toBe(0.5);
    expect(row.used).toBeCloseTo(0.05801, 6);
    expect(row.forecast?.amount).toBe('11602.00');
    expect(body.split).toMatchObject({
      // 28 days of people: 28 × 960; 20 days of cloud.
      total: { amount: '28882.00' },
      change: { amount: '5801.00' },
      run: { amount: '23081.00' },
    });
  });

  it('shows an initiative only to who reads all of its parts', async () => {
    const seen = await ask('get', 'investment', 'alphonse');
    expect(seen.body.context.node.ref).toBe('group:default/alpha');
    expect(seen.body.rows).toHaveLength(1);
    await ask('post', 'initiatives', 'executive', {
      ...initiative,
      id: 'joint',
      teams: [
        { ref: 'group:default/alpha', share: 0.1 },
        { ref: 'group:default/beta', share: 0.1 },
      ],
    }).expect(201);
    const after = await ask('get', 'investment', 'alphonse');
    expect(after.body.rows).toHaveLength(1);
    expect(after.body.hidden).toBe(1);
    expect(JSON.stringify(after.body)).not.toContain('joint');
    await ask('get', 'people-rates', 'alphonse').expect(403);
    await ask('post', 'initiatives', 'alphonse', initiative).expect(403);
    await ask('get', 'initiatives/joint/history', 'alphonse').expect(403);
  });

  it('refuses what makes no sense, and says what it is', async () => {
    const cases: Array<[object, string]> = [
      [{ ...initiative, id: 'One Checkout' }, 'initiative: id:'],
      [
        { ...initiative, id: 'a', end: initiative.start },
        'initiative: end: is not after start',
      ],
      [
        { ...initiative, id: 'a', systems: [{ ref: 'shop', share: 1 }] },
        'initiative: systems.0.ref: found "shop"',
      ],
      [
        { ...initiative, id: 'a', budget: { amount: '-1', currency: 'EUR' } },
        'initiative: budget.amount: found "-1"',
      ],
      [
        { ...initiative, id: 'a', budget: { amount: '1', currency: 'Euro' } },
        'initiative: budget.currency',
      ],
      [{ ...initiative, id: 'a', name: 'a\0b' }, 'found a zero byte'],
      [{ ...initiative, id: 'a', surprise: 1 }, 'surprise'],
    ];
    for (const [body, message] of cases) {
      const answer = await ask('post', 'initiatives', 'executive', body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain(message);
    }
    const rate = await ask('put', 'people-rates', 'executive', {
      groupRef: 'group:default/beta',
      from: today,
      people: 2,
      monthly: { amount: '9000', currency: 'EUR' },
      revision: 0,
    });
    expect(rate.status).toBe(400);
    expect(rate.body.error.message).toContain(
      'would show what one of them costs',
    );
    const twice = await ask('post', 'initiatives', 'executive', initiative);
    expect(twice.status).toBe(409);
    await ask('put', 'initiatives/one-checkout', 'executive', {
      ...initiative,
      revision: 7,
    }).expect(409);
    await ask('delete', 'initiatives/nothing?revision=1', 'executive').expect(
      404,
    );
  });

  it('keeps what a sponsor says', async () => {
    await ask('post', 'initiatives/one-checkout/notes', 'executive', {
      state: 'off-track',
      text: 'The taxes came late.',
    }).expect(201);
    const { body } = await ask('get', 'investment', 'executive');
    const row = body.rows.find(
      (each: InvestmentAnswer['rows'][number]) =>
        each.initiative.id === 'one-checkout',
    );
    expect(row.state).toBe('off-track');
    expect(row.initiative.notes[0]).toMatchObject({
      by: 'user:default/executive',
      text: 'The taxes came late.',
    });
    const questions = await ask('get', 'questions', 'executive');
    expect(JSON.stringify(questions.body)).toContain(
      'One checkout: its sponsor says it is off track',
    );
  });

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
    for (const page of ['investment', 'debt', 'returns']) {
      const answer = await ask('get', `reports/${page}.csv`, 'executive');
      expect(answer.status).toBe(200);
      expect(answer.text).toMatch(/shop|One checkout/);
    }
    const { text } = await ask('get', 'reports/investment.csv', 'executive');
    expect(text).toContain('€5,801');
  });
});
