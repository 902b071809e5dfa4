import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { multiplyAmounts } from './addAmounts';
import { isAmount } from './readAmount';

/**
 * What one unit of a currency is in units of the currency of reports, from a day on until the next.
 *
 * @public
 */
export type ExchangeRate = {
  /** `YYYY-MM-DD` */
  day: string;
  /** ISO 4217 */
  currency: string;
  rate: string;
};

/**
 * The rates of `finops.exchangeRates`, of two of a day the last. Fails with an InputError that names the key.
 *
 * @public
 */
export function readExchangeRates(
  config: Pick<Config, 'getOptionalConfigArray'>,
): ExchangeRate[] {
  const rates = new Map<string, ExchangeRate>();
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

/**
 * An amount in the currency of reports, at the last rate of the day or before; undefined where there is none.
 *
 * @param options - `currency`: of the amount; `reporting`: the currency of reports; `day`: `YYYY-MM-DD`
 * @public
 */
export function exchangeAmount(
  amount: string,
  options: {
    currency: string;
    reporting: string;
    day: string;
    rates: readonly ExchangeRate[];
  },
): string | undefined {
  const { currency, reporting, day, rates } = options;
  if (currency === reporting) {
    return amount;
  }
  const last = rates
    .filter(each => each.currency === currency && each.day <= day)
    .reduce<ExchangeRate | undefined>(
      (latest, each) => (latest && latest.day >= each.day ? latest : each),
      undefined,
    );
  return last && multiplyAmounts(amount, last.rate);
}
