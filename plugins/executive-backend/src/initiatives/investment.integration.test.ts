import type { InvestmentAnswer } from '@portal/plugin-executive-common';
import { startStewardship, today } from '../__testUtils__/startStewardship';
import { addDays } from '../snapshots/days';

jest.setTimeout(180_000);

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

describe('investment', () => {
  let portal: Awaited<ReturnType<typeof startStewardship>>;
  let ask: typeof portal.ask;

  beforeAll(async () => {
    portal = await startStewardship();
    ask = portal.ask;
  });
  afterAll(async () => portal?.stop());

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

  it('says the same as a file', async () => {
    const answer = await ask('get', 'reports/investment.csv', 'executive');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('One checkout');
    expect(answer.text).toContain('€5,801');
  });
});
