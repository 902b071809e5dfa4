import { firstOfMonth } from '../steering/days';
import type { CostMonth } from './StatementStore';

/**
 * The month that takes corrections of closed ones: the first after the last closed one of which anything is charged, or else the
 * one that follows it. Months are first days.
 */
export function takerOf(
  closed: readonly string[],
  known: readonly CostMonth[],
): string | undefined {
  const last = [...closed].sort().at(-1);
  if (last === undefined) {
    return undefined;
  }
  const [next = firstOfMonth(last, 1)] = known
    .filter(({ month, isCharged }) => isCharged && month > last)
    .map(({ month }) => month)
    .sort();
  return next;
}
