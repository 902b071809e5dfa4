import { Decimal } from 'decimal.js';
import type { BudgetState } from './Budget';

const Exact = Decimal.clone({ precision: 60 });

/**
 * What is left of a budget, and what to say about it.
 *
 * @param options - Amounts are exact decimals in one currency; `expected` is the cost that the period will have at its end.
 * @public
 */
export function budgetStateOf(options: {
  amount: string;
  spent: string;
  thresholds: readonly number[];
  expected?: string;
}): { state: BudgetState; share: number; remaining: string; reached?: number } {
  const { thresholds, expected } = options;
  const amount = new Exact(options.amount);
  const spent = new Exact(options.spent);
  const reached = [...thresholds]
    .sort((one, other) => other - one)
    .find(threshold => spent.gte(amount.times(threshold)));
  return {
    state: stateOf(),
    share: spent.div(amount).toNumber(),
    remaining: amount.minus(spent).toFixed(),
    reached,
  };

  function stateOf(): BudgetState {
    if (spent.gte(amount)) {
      return 'over';
    }
    if (expected !== undefined && amount.lt(expected)) {
      return 'forecast-over';
    }
    return reached === undefined ? 'within' : 'near';
  }
}
