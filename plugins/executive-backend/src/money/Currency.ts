import type { Config } from '@backstage/config';
import {
  exchangeAmount,
  readExchangeRates,
  roundAmount,
  type ExchangeRate,
} from '@portal/amounts';
import type { Money } from '@portal/plugin-executive-common';

const decimals = 2;

/** The currency of reports, and what others are worth in it. Both are those of the cost of the portal. */
export class Currency {
  readonly code: string;
  readonly #rates: ExchangeRate[];

  private constructor(options: { code: string; rates: ExchangeRate[] }) {
    this.code = options.code;
    this.#rates = options.rates;
  }

  /** Fails with an InputError where a rate of the configuration is wrong. */
  static create(options: { config: Config }): Currency {
    const { config } = options;
    return new Currency({
      code: config.getOptionalString('finops.currency') ?? 'EUR',
      rates: readExchangeRates(config),
    });
  }

  /** An amount of the currency of reports, to the cent. */
  money(amount: string): Money {
    return { amount: roundAmount(amount, decimals), currency: this.code };
  }

  /** Exact, at the last rate of the day or before; undefined where there is none. */
  amountOf(money: Money, day: string): string | undefined {
    return exchangeAmount(money.amount, {
      currency: money.currency,
      reporting: this.code,
      day,
      rates: this.#rates,
    });
  }
}
