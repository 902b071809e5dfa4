import { mockCredentials } from '@backstage/backend-test-utils';
import type { BudgetUse } from '@portal/plugin-finops-common';
import request from 'supertest';
import { startFinops } from '../__testUtils__/startFinops';
import { addDays, dayOf, daysBetween, firstOfMonth } from '../steering/days';

jest.setTimeout(180_000);

const today = dayOf(Date.now());
const from = firstOfMonth(today, -1);
const to = firstOfMonth(today);
const days = daysBetween(from, to);

/** 10 EUR and 5 USD of every day of the three months before this one. */
function file(): string {
  const rows = [
    'BilledCost,EffectiveCost,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,BillingCurrency,ProviderName,ServiceCategory,ServiceName,ChargeCategory,ResourceId',
  ];
  for (let day = firstOfMonth(today, -3); day < to; day = addDays(day, 1)) {
    const month = [firstOfMonth(day), firstOfMonth(day, 1)];
    const times = [...month, day, addDays(day, 1)].map(
      each => `${each}T00:00:00Z`,
    );
    for (const [cost, currency] of [
      ['10', 'EUR'],
      ['5', 'USD'],
    ]) {
      rows.push(
        `${cost},${cost},${times.join(
          ',',
        )},${currency},AWS,Compute,EC2,Usage,i-1`,
      );
    }
  }
  return rows.join('\n');
}

describe('costs without an exchange rate', () => {
  let backend: Awaited<ReturnType<typeof startFinops>>;

  beforeAll(async () => {
    backend = await startFinops({
      config: {
        finops: {
          currency: 'EUR',
          budgets: ['EUR', 'USD', 'CHF'].map(currency => ({
            id: currency.toLowerCase(),
            title: currency,
            amount: 1000,
            currency,
          })),
        },
      },
    });
  });

  async function get(path: string) {
    const { body, status } = await request(backend.server).get(
      `/api/finops${path}`,
    );
    expect({ message: body.error?.message, status }).toEqual({ status: 200 });
    return body;
  }

  async function uses(day: string): Promise<Record<string, BudgetUse>> {
    const { items } = await get(`/v1/budgets?day=${day}`);
    return Object.fromEntries(
      items.map((use: BudgetUse) => [use.budget.currency, use]),
    );
  }

  it('are named beside every figure that leaves them out, until there is a rate', async () => {
    const imported = await request(backend.server)
      .post('/api/finops/v1/imports')
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Type', 'text/csv')
      .send(file());
    expect(imported.body).toMatchObject({ rejected: 0 });
    const usd = { currency: 'USD', total: String(days * 5) };
    const eur = { currency: 'EUR', total: String(days * 10) };
    const used = await uses(from);
    expect(used.EUR).toMatchObject({ spent: eur.total, unconverted: [usd] });
    // It needs no rate from dollars to dollars.
    expect(used.USD).toMatchObject({ spent: usd.total, unconverted: [eur] });
    expect(used.CHF).toMatchObject({ spent: '0', unconverted: [eur, usd] });

    const forecast = await get('/v1/forecast');
    const learned = daysBetween(firstOfMonth(today, -3), to);
    expect(forecast).toMatchObject({
      state: 'ok',
      currency: 'EUR',
      unconverted: [{ currency: 'USD', total: String(learned * 5) }],
    });
    const running = await uses(today);
    expect(running.EUR.expectedUnconverted).toEqual(forecast.unconverted);
    expect(running.USD.expected).toBeUndefined();
    expect(
      running.USD.expectedUnconverted?.map(({ currency }) => currency),
    ).toEqual(['EUR', 'USD']);

    const earlier = daysBetween(firstOfMonth(from, -1), from) * 5;
    const before = [{ currency: 'USD', total: String(earlier) }];
    const period = `from=${from}&to=${to}&compare=before`;
    expect(await get(`/v1/costs?${period}`)).toMatchObject({
      total: eur.total,
      unconverted: [usd],
      previous: { unconverted: before },
    });
    expect(await get(`/v1/costs/changes?${period}`)).toMatchObject({
      after: eur.total,
      unconverted: { before, after: [usd] },
    });

    await backend.knex('finops.exchange_rates').insert([
      { day: '2020-01-01', currency: 'USD', rate: '0.5', origin: 'test' },
      { day: '2020-01-01', currency: 'CHF', rate: '2', origin: 'test' },
    ]);
    const complete = await uses(from);
    const inEuro = days * 12.5;
    expect(complete.EUR.spent).toBe(String(inEuro));
    expect(complete.USD.spent).toBe(String(inEuro / 0.5));
    expect(complete.CHF.spent).toBe(String(inEuro / 2));
    const answers = [
      ...Object.values(complete),
      ...Object.values(await uses(today)),
      await get('/v1/forecast'),
      await get(`/v1/costs?${period}`),
      await get(`/v1/costs/changes?${period}`),
    ];
    expect(JSON.stringify(answers)).not.toMatch(/unconverted/i);
  });
});
