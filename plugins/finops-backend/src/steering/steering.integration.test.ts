import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { startFinops } from '../__testUtils__/startFinops';
import { addDays, dayOf, firstOfMonth } from './days';

jest.setTimeout(180_000);

const service = mockCredentials.service.header();

/** Costs of every day of the last three months until yesterday, as a FOCUS file. */
function file(): string {
  const today = dayOf(Date.now());
  const rows = [
    'BilledCost,EffectiveCost,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,BillingCurrency,ProviderName,ServiceCategory,ServiceName,ChargeCategory,ResourceId',
  ];
  for (let day = firstOfMonth(today, -3); day < today; day = addDays(day, 1)) {
    const month = firstOfMonth(day);
    rows.push(
      `10,8,${month}T00:00:00Z,${firstOfMonth(
        month,
        1,
      )}T00:00:00Z,${day}T00:00:00Z,${addDays(
        day,
        1,
      )}T00:00:00Z,EUR,AWS,Compute,EC2,Usage,i-1`,
    );
  }
  return rows.join('\n');
}

describe('the plugin', () => {
  it('steers what it imports', async () => {
    const { server } = await startFinops({
      config: {
        finops: {
          currency: 'EUR',
          budgets: [{ id: 'all', title: 'All', amount: 1000, currency: 'EUR' }],
        },
      },
    });
    const get = async (path: string) =>
      request(server).get(`/api/finops${path}`);
    const imported = await request(server)
      .post('/api/finops/v1/imports')
      .set('Authorization', service)
      .set('Content-Type', 'text/csv')
      .send(file());
    expect(imported.body).toMatchObject({ rejected: 0 });

    const today = dayOf(Date.now());
    const budgets = await get('/v1/budgets');
    expect(budgets.body.items).toMatchObject([
      {
        budget: { id: 'config:all', origin: 'config' },
        from: firstOfMonth(today),
        spent: String((Number(today.slice(8)) - 1) * 10),
      },
    ]);
    const forecast = (await get('/v1/forecast')).body;
    expect(forecast).toMatchObject({
      state: 'ok',
      currency: 'EUR',
      lastDay: addDays(today, -1),
      error: { value: expect.any(Number) },
    });
    expect(forecast.error.value).toBeLessThan(0.01);
    expect(Number(forecast.days[0].expected)).toBeCloseTo(10, 1);

    const month = firstOfMonth(today, -3).slice(0, 7);
    const statement = (await get(`/v1/statements/${month}`)).body;
    const closed = await request(server).post(
      `/api/finops/v1/months/${month}/close`,
    );
    expect(closed.body).toMatchObject({
      closedBy: 'user:default/mock',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect((await get(`/v1/statements/${month}`)).body).toEqual({
      ...statement,
      state: 'closed',
      closing: closed.body,
    });
    for (const path of ['/v1/anomalies', '/v1/recommendations']) {
      expect((await get(path)).body.items).toEqual([]);
    }
    expect((await get('/v1/costs?from=2026-01-01')).status).toBe(400);
    const unit = await get(
      `/v1/unit-costs?from=${addDays(today, -7)}&to=${today}&per=none`,
    );
    expect(unit.status).toBe(400);
    expect(unit.body.error.message).toContain('per: found "none"');

    const { body } = await request(server)
      .get('/api/finops/.backstage/actions/v1/actions')
      .set('Authorization', service);
    expect(
      body.actions.map(({ name }: { name: string }) => name).sort(),
    ).toEqual([
      'explain-cost-change',
      'get-costs',
      'list-budgets',
      'list-cost-anomalies',
      'list-savings',
    ]);
    const invoke = async (name: string, input: object) =>
      (
        await request(server)
          .post(
            `/api/finops/.backstage/actions/v1/actions/finops:${name}/invoke`,
          )
          .set('Authorization', service)
          .send(input)
      ).body;
    const period = { from: addDays(today, -7), to: today };
    expect(
      (await invoke('get-costs', { ...period, groupBy: 'provider' })).output,
    ).toMatchObject({
      total: '70',
      currency: 'EUR',
      groups: [{ key: 'AWS', total: '70' }],
    });
    expect((await invoke('explain-cost-change', period)).output).toMatchObject({
      currency: 'EUR',
    });
    expect((await invoke('list-budgets', {})).output.items).toHaveLength(1);
    expect((await invoke('list-cost-anomalies', {})).output.items).toEqual([]);
    expect((await invoke('list-savings', {})).output).toMatchObject({
      items: [],
      more: 0,
    });
  });
});
