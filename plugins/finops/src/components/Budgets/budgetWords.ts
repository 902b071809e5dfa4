import type { BudgetUse, CostSlice } from '@portal/plugin-finops-common';
import { formatMoney } from '@portal/plugin-metrics-react';

/** How a budget is doing, in words and as a judgement. What is not all counted is never called good. */
export function budgetWords(use: BudgetUse): {
  judgement: 'good' | 'warning' | 'bad';
  text: string;
} {
  const { unconverted = [], expectedUnconverted = [] } = use;
  const { judgement, text } = countedWords(use);
  if (unconverted.length === 0 && expectedUnconverted.length === 0) {
    return { judgement, text };
  }
  return {
    judgement: judgement === 'good' ? 'warning' : judgement,
    text:
      unconverted.length > 0
        ? `${text}, but not all cost is counted`
        : `${text}, but not all cost is in what is expected`,
  };
}

function countedWords(use: BudgetUse): ReturnType<typeof budgetWords> {
  const { budget, state, remaining, expected } = use;
  const money = (amount: string | number) =>
    formatMoney(amount, budget.currency);
  switch (state) {
    case 'over':
      return {
        judgement: 'bad',
        text: `Over by ${money(Math.abs(Number(remaining)))}`,
      };
    case 'forecast-over':
      return {
        judgement: 'warning',
        text: expected
          ? `Expected to go over: ${money(expected)}`
          : 'Expected to go over',
      };
    case 'near':
      return { judgement: 'warning', text: `${money(remaining)} left` };
    default:
      return { judgement: 'good', text: `${money(remaining)} left` };
  }
}

/** Which cost a budget is about: the same month may have another figure on a page of the other. */
export const costWords: Record<BudgetUse['budget']['metric'], string> = {
  BilledCost: 'billed cost',
  EffectiveCost: 'effective cost',
  ListCost: 'list cost',
  ContractedCost: 'contracted cost',
};

/** What a budget is about besides its scope. */
export function restrictions(slice: CostSlice): string {
  return [slice.environment, slice.provider, slice.serviceCategory]
    .filter(Boolean)
    .join(', ');
}
