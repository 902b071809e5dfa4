import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/startFinops';
import { applyMigrations } from '../database/applyMigrations';
import { loadExchangeRates } from './loadExchangeRates';

jest.setTimeout(60_000);

const configOf = (exchangeRates: JsonObject[]) =>
  new ConfigReader({ finops: { exchangeRates } });

describe('loadExchangeRates', () => {
  it('holds what the configuration says, and what others brought', async () => {
    const knex = await testDatabases.init('POSTGRES_18');
    const client = await applyMigrations(
      mockServices.database({ knex, migrations: { skip: false } }),
    );
    await client('exchange_rates').insert({
      day: '2026-01-01',
      currency: 'CHF',
      rate: '1.05',
      origin: 'other',
    });
    await loadExchangeRates(
      client,
      configOf([
        { day: '2026-01-01', currency: 'USD', rate: 0.92 },
        { day: '2026-02-01', currency: 'USD', rate: '0.93' },
      ]),
    );
    await loadExchangeRates(
      client,
      configOf([{ day: '2026-02-01', currency: 'USD', rate: 0.94 }]),
    );
    expect(
      await client('exchange_rates')
        .orderBy('currency')
        .select('currency', 'rate'),
    ).toEqual([
      { currency: 'CHF', rate: '1.05' },
      { currency: 'USD', rate: '0.94' },
    ]);
    for (const [rate, reason] of [
      [{ day: '1 May', currency: 'USD', rate: 1 }, '[0].day: found "1 May"'],
      [{ day: '2026-01-01', currency: 'usd', rate: 1 }, '[0].currency'],
      [{ day: '2026-01-01', currency: 'USD', rate: 0 }, '[0].rate: found "0"'],
    ] as const) {
      await expect(loadExchangeRates(client, configOf([rate]))).rejects.toThrow(
        reason,
      );
    }
  });
});
