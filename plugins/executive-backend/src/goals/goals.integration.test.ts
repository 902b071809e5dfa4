import type { GoalsAnswer } from '@portal/plugin-executive-common';
import { startStewardship, today } from '../__testUtils__/startStewardship';
import { addDays } from '../snapshots/days';

jest.setTimeout(180_000);

const goal = {
  id: 'cheaper-selling',
  name: 'Selling for less',
  metricId: 'dailyCost',
  scope: 'system:default/selling',
  target: 1001,
  due: addDays(today, 100),
  owner: 'group:default/alpha',
};

describe('goals', () => {
  let portal: Awaited<ReturnType<typeof startStewardship>>;
  let ask: typeof portal.ask;
  const goalsOf = async (user: string, query = ''): Promise<GoalsAnswer> =>
    (await ask('get', `goals${query}`, user)).body;

  beforeAll(async () => {
    portal = await startStewardship();
    ask = portal.ask;
  });
  afterAll(async () => portal?.stop());

  it('begin where the figure is today, and are measured from there', async () => {
    const created = await ask('post', 'goals', 'alphonse', goal);
    expect(created.status).toBe(201);
    // 20 days of 100.10.
    expect(created.body.baseline).toEqual({ value: 2002, day: today });
    const { hidden, rows } = await goalsOf('executive');
    expect(hidden).toBe(0);
    expect(rows).toEqual([
      expect.objectContaining({
        metricTitle: 'Cost',
        scopeTitle: 'selling',
        unit: 'currency:EUR',
        now: expect.objectContaining({ value: 2002 }),
        standing: 'on-track',
        progress: 0,
        expected: 0,
      }),
    ]);
    await ask('put', `goals/${goal.id}`, 'alphonse', {
      ...goal,
      baseline: { value: 3003, day: addDays(today, -100) },
      revision: 1,
    }).expect(200);
    expect((await goalsOf('executive')).rows[0]).toMatchObject({
      standing: 'on-track',
      progress: 0.5,
      expected: 0.5,
    });
  });

  it('are written and read only by who reads the part', async () => {
    const other = {
      ...goal,
      id: 'stock-costs',
      scope: 'group:default/beta',
      baseline: { value: 5, day: addDays(today, -9) },
      due: addDays(today, -1),
    };
    await ask('post', 'goals', 'alphonse', other).expect(403);
    await ask('post', 'goals', 'executive', other).expect(201);
    const own = await goalsOf('alphonse');
    expect(own.rows.map(each => each.goal.id)).toEqual([goal.id]);
    await ask('get', 'goals/stock-costs/history', 'alphonse').expect(403);
    await ask('delete', 'goals/stock-costs?revision=1', 'alphonse').expect(403);
    // Nobody moves a goal to where they do not read.
    await ask('put', `goals/${goal.id}`, 'alphonse', {
      ...goal,
      scope: 'group:default/beta',
      baseline: { value: 1, day: today },
      revision: 2,
    }).expect(403);
    const below = await goalsOf('executive', '?node=group:default/beta');
    expect(below.rows.map(each => each.goal.id)).toEqual(['stock-costs']);
  });

  it('are unknown where nothing is measured, never reached or missed by a figure that is not there', async () => {
    const { rows } = await goalsOf('executive');
    expect(rows.find(each => each.goal.id === 'stock-costs')).toMatchObject({
      standing: 'unknown',
      cure: 'Nothing was reported in the last 28 days.',
    });
  });

  it('ask for a decision where they fall behind', async () => {
    await ask('put', `goals/${goal.id}`, 'executive', {
      ...goal,
      baseline: { value: 2102, day: addDays(today, -100) },
      revision: 2,
    }).expect(200);
    const { text } = await ask('get', 'questions', 'executive');
    expect(text).toContain(
      'Selling for less: 9.1% of the way is done and 50.0% of the time is gone',
    );
    const { text: csv } = await ask('get', 'reports/goals.csv', 'executive');
    expect(csv).toContain('Behind');
    expect(csv).toContain('€2,102');
  });

  it('are refused where they make no sense, in words', async () => {
    const cases: Array<[object, number, string]> = [
      [{ ...goal, id: 'Not An Id' }, 400, 'goal: id:'],
      [{ ...goal, id: 'a', metricId: 'nothing' }, 400, 'no metric nothing'],
      [{ ...goal, id: 'a', target: 2002 }, 400, 'is the baseline already'],
      [{ ...goal, id: 'a', due: today }, 400, 'due: is not after the day'],
      [{ ...goal, id: 'a', owner: 'alpha' }, 400, 'goal: owner: found "alpha"'],
      [{ ...goal, id: 'a', target: '5' }, 400, 'goal: target:'],
      [
        { ...goal, id: 'a', scope: 'group:default/beta' },
        400,
        'Cost of beta is not measured',
      ],
      [goal, 409, 'there is the goal cheaper-selling already'],
    ];
    for (const [body, status, message] of cases) {
      const answer = await ask('post', 'goals', 'executive', body);
      expect([answer.status, answer.body.error.message]).toEqual([
        status,
        expect.stringContaining(message),
      ]);
    }
    await ask('put', `goals/${goal.id}`, 'executive', {
      ...goal,
      baseline: { value: 1, day: addDays(today, -1) },
      revision: 1,
    }).expect(409);
    await ask('delete', 'goals/nothing?revision=1', 'executive').expect(404);
  });

  it('go, and leave their history', async () => {
    await ask('delete', `goals/${goal.id}?revision=3`, 'executive').expect(204);
    const { rows } = await goalsOf('executive');
    expect(rows.map(each => each.goal.id)).toEqual(['stock-costs']);
  });
});
