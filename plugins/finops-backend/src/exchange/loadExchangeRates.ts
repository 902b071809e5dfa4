import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { isAmount } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';

const origin = 'configuration';

/** A rate as it is configured. */
type Rate = { day: string; currency: string; rate: string };

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

function readExchangeRates(config: RootConfigService): Rate[] {
  const rates = new Map<string, Rate>();
  const list = config.getOptionalConfigArray('finops.exchangeRates') ?? [];
  for (const [index, item] of list.entries()) {
    const key = `finops.exchangeRates[${index}]`;
    const day = item.getString('day');
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) {
      throw new InputError(
        `${key}.day: found "${day}", expected a day such as "2026-01-31", in quotes`,
      );
    }
    const currency = item.getString('currency');
    if (!/^[A-Z]{3}$/.test(currency)) {
      throw new InputError(
        `${key}.currency: found "${currency}", expected a code of ISO 4217 such as USD`,
      );
    }
    const rate = String(item.get('rate'));
    if (!isAmount(rate) || Number(rate) <= 0) {
      throw new InputError(
        `${key}.rate: found "${rate}", expected a number above 0 such as 0.92`,
      );
    }
    rates.set(`${currency} ${day}`, { day, currency, rate });
  }
  return [...rates.values()];
}
