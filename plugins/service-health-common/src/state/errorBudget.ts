import { goodSeconds, knownSeconds, type StateSeconds } from './StateSeconds';

/**
 * Time-based availability: uptime / (uptime + downtime), between 0 and 1. Maintenance and gaps are left out. No value where
 * nothing is known.
 *
 * Source: Site Reliability Engineering, chapter 3, https://sre.google/sre-book/embracing-risk/
 *
 * @public
 */
export function availability(seconds: StateSeconds): number | undefined {
  const known = knownSeconds(seconds);
  return known > 0 ? goodSeconds(seconds) / known : undefined;
}

/**
 * How much downtime an objective leaves, and how much of it is used.
 *
 * @public
 */
export type ErrorBudget = {
  /** The objective between 0 and 1, such as 0.999. */
  objective: number;
  /** Seconds of downtime that the objective allows in the known time. */
  allowedSeconds: number;
  /** Seconds of downtime that there were. */
  usedSeconds: number;
  /** Allowed minus used; negative when the objective is missed. */
  remainingSeconds: number;
  /** Used / allowed. 1 is all of it; no value where the objective allows no downtime. */
  usedRatio?: number;
};

/**
 * Error budget = (1 - objective) x known time.
 *
 * Source: The Site Reliability Workbook, chapter 2, https://sre.google/workbook/implementing-slos/
 *
 * @public
 */
export function errorBudget(
  seconds: StateSeconds,
  objective: number,
): ErrorBudget {
  const allowedSeconds = (1 - objective) * knownSeconds(seconds);
  return {
    objective,
    allowedSeconds,
    usedSeconds: seconds.down,
    remainingSeconds: allowedSeconds - seconds.down,
    usedRatio: allowedSeconds > 0 ? seconds.down / allowedSeconds : undefined,
  };
}
