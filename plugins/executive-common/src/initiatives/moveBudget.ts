import { InputError } from '@backstage/errors';
import {
  addAmounts,
  compareAmounts,
  isAmount,
  subtractAmounts,
} from '@portal/amounts';
import type { BudgetMove, InvestmentRow } from './Investment';

/**
 * The budget of an initiative after moves, and how far it reaches.
 *
 * @public
 */
export type MovedBudget = {
  id: string;
  name: string;
  /** In the reporting currency. */
  before: string;
  after: string;
  /** Spent / budget after; absent where the budget is 0. */
  used?: number;
  /** What is left / spend of a month at the rate of the forecast; absent where nothing is spent or nothing is known. */
  monthsLeft?: number;
};

/**
 * What budgets would be if amounts were moved between initiatives, in their order. Nothing is kept. The sum of all budgets stays.
 *
 * @throws InputError where an initiative has no budget that can be compared, where it is moved to itself, where the amount is no
 *   amount above 0, or where it is more than is there
 * @public
 */
export function moveBudget(
  rows: readonly InvestmentRow[],
  moves: readonly BudgetMove[],
): MovedBudget[] {
  const budgets = new Map(
    rows.flatMap(({ budget, initiative }) =>
      budget ? [[initiative.id, budget.amount]] : [],
    ),
  );
  const budgetOf = (id: string): string => {
    const amount = budgets.get(id);
    if (amount === undefined) {
      throw new InputError(
        `${
          id || 'An initiative'
        } has no budget that can be compared; choose another one`,
      );
    }
    return amount;
  };
  for (const { from, to, amount } of moves) {
    const there = budgetOf(from);
    const other = budgetOf(to);
    if (from === to) {
      throw new InputError(
        'Budget moves between two initiatives; choose another one',
      );
    }
    if (!isAmount(amount) || compareAmounts(amount, '0') <= 0) {
      throw new InputError(
        `The amount is "${amount}"; give a number above 0, such as 10000`,
      );
    }
    if (compareAmounts(amount, there) > 0) {
      throw new InputError(
        `${from} has ${there}, which is less than ${amount}; move at most that`,
      );
    }
    budgets.set(from, subtractAmounts(there, amount));
    budgets.set(to, addAmounts([other, amount]));
  }
  return rows.flatMap(row => {
    const after = budgets.get(row.initiative.id);
    return row.budget && after !== undefined
      ? [
          {
            id: row.initiative.id,
            name: row.initiative.name,
            before: row.budget.amount,
            after,
            ...reachOf(row, after),
          },
        ]
      : [];
  });
}

function reachOf(
  { monthlySpend, spend }: InvestmentRow,
  after: string,
): Pick<MovedBudget, 'used' | 'monthsLeft'> {
  const spent = Number(spend.total.amount);
  const rate = Number(monthlySpend?.amount ?? 0);
  return {
    ...(Number(after) > 0 && { used: spent / Number(after) }),
    ...(rate > 0 && { monthsLeft: Math.max(0, Number(after) - spent) / rate }),
  };
}
