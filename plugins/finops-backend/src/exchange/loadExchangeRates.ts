import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readExchangeRates } from '@portal/amounts';
import type { Knex } from 'knex';

const origin = 'configuration';

/**
 * Puts the exchange rates of `finops.exchangeRates` in the place of those that it named before. Fails with an InputError that names
 * the key.
 */
export async function loadExchangeRates(
  client: Knex,
  config: RootConfigService,
): Promise<void> {
  const rates = readExchangeRates(config);
  await client.transaction(async transaction => {
    await transaction('exchange_rates').where({ origin }).delete();
    if (rates.length > 0) {
      await transaction('exchange_rates')
        .insert(rates.map(rate => ({ ...rate, origin })))
        .onConflict(['currency', 'day'])
        .merge();
    }
  });
}
