import type { HealthState } from './HealthState';

/**
 * When a new state is believed: `need` of the last `of` results must say so.
 *
 * @public
 */
export type ConfirmRule = { need: number; of: number };

/**
 * What is remembered of a check between two results.
 *
 * @public
 */
export type SettledState = {
  state: HealthState;
  /** The latest results, oldest first, at most `of` of them. */
  recent: readonly HealthState[];
};

/**
 * Damps flapping: the state stays until enough of the latest results agree on another one. The very first result is believed
 * at once, and so is the first after `unknown`: there is nothing to flap from.
 *
 * @public
 */
export function settleState(
  before: SettledState | undefined,
  observed: HealthState,
  rule: ConfirmRule,
): SettledState {
  const recent = [...(before?.recent ?? []), observed].slice(-rule.of);
  if (!before || before.state === 'unknown') {
    return { state: observed, recent };
  }
  const agreeing = recent.filter(state => state === observed).length;
  return { state: agreeing >= rule.need ? observed : before.state, recent };
}
