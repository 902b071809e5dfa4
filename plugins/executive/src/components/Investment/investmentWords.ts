import {
  initiativeStateTitles,
  type InvestmentRow,
  type StatusNote,
} from '@portal/plugin-executive-common';
import type { Judgement } from '@portal/plugin-metrics-react';

/** The states of an initiative, as they are read. */
export const stateWords: Record<
  StatusNote['state'],
  { text: string; judgement: Judgement }
> = {
  'on-track': { text: initiativeStateTitles['on-track'], judgement: 'good' },
  'at-risk': { text: initiativeStateTitles['at-risk'], judgement: 'warning' },
  'off-track': { text: initiativeStateTitles['off-track'], judgement: 'bad' },
  done: { text: initiativeStateTitles.done, judgement: 'good' },
  stopped: { text: initiativeStateTitles.stopped, judgement: 'neutral' },
};

/** What its sponsor last said of an initiative. */
export function stateOf({ state }: InvestmentRow): {
  text: string;
  judgement: Judgement;
} {
  return state
    ? stateWords[state]
    : { text: 'No status yet', judgement: 'neutral' };
}

/** How the money compares with the plan. */
export function budgetJudgement({
  budget,
  forecast,
  used,
}: InvestmentRow): 'good' | 'warning' | 'bad' | undefined {
  if (used === undefined || !budget) {
    return undefined;
  }
  if (used > 1) {
    return 'bad';
  }
  return forecast && Number(forecast.amount) > Number(budget.amount)
    ? 'warning'
    : 'good';
}
