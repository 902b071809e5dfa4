import type { CostsAnswer } from '@portal/plugin-finops-common';
import { formatPeriod } from '@portal/plugin-metrics-react';
import { addDays } from '../selection';

/** What a cost is compared with; nothing where the data does not reach back over all of it. */
export function comparableOf(answer: CostsAnswer): CostsAnswer['previous'] {
  return answer.previous?.complete === false ? undefined : answer.previous;
}

/** Why there is no comparison, where one was asked for. */
export function whyNotComparable(answer: CostsAnswer): string | undefined {
  const { previous } = answer;
  return previous?.complete === false
    ? `Nothing to compare with: cost data begins after ${formatPeriod({
        from: previous.from,
        to: addDays(previous.from, 1),
      })}`
    : undefined;
}
