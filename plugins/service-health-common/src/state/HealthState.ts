/**
 * How a check found a service. `degraded` serves, and worse than expected; `unknown` says that nobody could tell.
 *
 * @public
 */
export type HealthState = 'up' | 'degraded' | 'down' | 'unknown';

/**
 * The states, worst first. Not knowing is worse than knowing that all is well, and better than knowing that it is not.
 *
 * @public
 */
export const healthStates = ['down', 'degraded', 'unknown', 'up'] as const;

/**
 * The worst of several states; `unknown` where there is none.
 *
 * @public
 */
export function worstState(states: Iterable<HealthState>): HealthState {
  const present = new Set(states);
  return healthStates.find(state => present.has(state)) ?? 'unknown';
}
