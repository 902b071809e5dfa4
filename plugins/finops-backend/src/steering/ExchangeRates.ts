import { Decimal } from 'decimal.js';
import type { Knex } from 'knex';

const Exact = Decimal.clone({ precision: 60 });

type Rate = { day: string; rate: string };

/** Dated rates, as they are in the store. The newest that is not after the day counts. */
export class ExchangeRates {
  readonly #base: string;
  readonly #rates: ReadonlyMap<string, readonly Rate[]>;

  private constructor(base: string, rates: ReadonlyMap<string, Rate[]>) {
    this.#base = base;
    this.#rates = rates;
  }

  /** @param options - `currency` is the one that rates are in. */
  static async read(options: {
    client: Knex;
    currency: string;
  }): Promise<ExchangeRates> {
    const { rows } = await options.client.raw(
      `SELECT currency, to_char(day, 'YYYY-MM-DD') AS day, rate::text AS rate FROM exchange_rates ORDER BY currency, day DESC`,
    );
    const rates = new Map<string, Rate[]>();
    for (const { currency, day, rate } of rows) {
      const known = rates.get(currency);
      if (known) {
        known.push({ day, rate });
      } else {
        rates.set(currency, [{ day, rate }]);
      }
    }
    return new ExchangeRates(options.currency, rates);
  }

  /** The amount in another currency; nothing where a rate is missing. Nothing at all needs no rate. */
  convert(
    amount: string,
    options: { from: string; to: string; day: string },
  ): string | undefined {
    const { from, to, day } = options;
    if (from === to || Number(amount) === 0) {
      return amount;
    }
    const one = this.#rateOf(from, day);
    const other = this.#rateOf(to, day);
    return one === undefined || other === undefined
      ? undefined
      : new Exact(amount).times(one).div(other).toFixed();
  }

  #rateOf(currency: string, day: string): string | undefined {
    return currency === this.#base
      ? '1'
      : this.#rates.get(currency)?.find(rate => rate.day <= day)?.rate;
  }
}
