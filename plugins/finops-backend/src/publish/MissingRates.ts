import type { LoggerService } from '@backstage/backend-plugin-api';

/** Counts the figures that could not be told because an exchange rate is missing. */
export class MissingRates {
  readonly #figures = new Map<string, number>();

  private constructor() {}

  static create(): MissingRates {
    return new MissingRates();
  }

  /** @param currency - the one that there is no rate from */
  add(currency: string): void {
    this.#figures.set(currency, (this.#figures.get(currency) ?? 0) + 1);
  }

  /** Says once what is missing, and what to do. */
  warn(logger: LoggerService, to: string): void {
    if (this.#figures.size > 0) {
      const found = [...this.#figures].map(
        ([currency, figures]) => `${currency} (${figures})`,
      );
      logger.warn(
        `Some figures of cost were not told to the metric store, since they would leave cost out: there is no exchange rate to ${to} from ${found.join(
          ', ',
        )}. Add the rates to finops.exchangeRates, and the figures are told`,
      );
    }
  }
}
