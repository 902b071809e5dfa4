import { addAmounts, divideAmounts, multiplyAmounts } from '@portal/amounts';
import type { PeopleRateInput } from '@portal/plugin-executive-common';
import type { Currency } from '../money/Currency';
import { daysBetween } from '../snapshots/days';

const monthsPerYear = '12';
const daysPerYear = '365';
/**
 * Hours that somebody works in a month, all year round: 1,720 a year, as the European Commission counts staff cost
 * (Regulation (EU) 2021/1060, article 55).
 */
const hoursPerYear = '1720';

/** What groups cost. */
export type GroupCosts = {
  /** Exact, in the currency of reports. */
  amount: string;
  /** Groups of which nothing is known, or not for all of the time. */
  unknown: string[];
};

/** What the people of groups cost, by the rates that hold on each day. */
export class PeopleCosts {
  readonly #currency: Currency;
  readonly #rates = new Map<string, PeopleRateInput[]>();

  private constructor(options: {
    currency: Currency;
    rates: readonly PeopleRateInput[];
  }) {
    this.#currency = options.currency;
    for (const rate of options.rates) {
      const list = this.#rates.get(rate.groupRef) ?? [];
      list.push(rate);
      this.#rates.set(rate.groupRef, list);
    }
    for (const list of this.#rates.values()) {
      list.sort((one, other) => one.from.localeCompare(other.from));
    }
  }

  static create(options: {
    currency: Currency;
    rates: readonly PeopleRateInput[];
  }): PeopleCosts {
    return new PeopleCosts(options);
  }

  has(groupRef: string): boolean {
    return this.#rates.has(groupRef);
  }

  /** What groups cost in the days `[from, to)`: people × what one costs a month × 12 / 365 × days. */
  costOf(groupRefs: Iterable<string>, from: string, to: string): GroupCosts {
    const amounts: string[] = [];
    const unknown: string[] = [];
    for (const groupRef of groupRefs) {
      let counted = 0;
      for (const { rate, days } of this.#spans(groupRef, from, to)) {
        const monthly = this.#currency.amountOf(rate.monthly, rate.from);
        if (monthly !== undefined) {
          counted += days;
          amounts.push(
            divideAmounts(
              multiplyAmounts(
                multiplyAmounts(monthly, String(rate.people)),
                multiplyAmounts(monthsPerYear, String(days)),
              ),
              daysPerYear,
            ) ?? '0',
          );
        }
      }
      if (counted < Math.max(0, daysBetween(from, to))) {
        unknown.push(groupRef);
      }
    }
    return { amount: addAmounts(amounts), unknown };
  }

  /** What an hour of somebody of the group costs on a day; undefined where it is not known. */
  hourlyOf(groupRef: string, day: string): string | undefined {
    const rate = this.#rates.get(groupRef)?.findLast(({ from }) => from <= day);
    const monthly = rate && this.#currency.amountOf(rate.monthly, rate.from);
    return monthly === undefined
      ? undefined
      : divideAmounts(multiplyAmounts(monthly, monthsPerYear), hoursPerYear);
  }

  #spans(groupRef: string, from: string, to: string) {
    const rates = this.#rates.get(groupRef) ?? [];
    return rates.flatMap((rate, index) => {
      const begin = rate.from > from ? rate.from : from;
      const next = rates[index + 1]?.from ?? to;
      const end = next < to ? next : to;
      const days = daysBetween(begin, end);
      return days > 0 ? [{ rate, days }] : [];
    });
  }
}
