/**
 * Seconds that a check spent in each state. Additive: hours make days, days make periods, checks make a service.
 *
 * @public
 */
export type StateSeconds = {
  up: number;
  degraded: number;
  down: number;
  /** Under maintenance, whatever was found meanwhile. */
  maintenance: number;
};

/** @public */
export const noSeconds: StateSeconds = {
  up: 0,
  degraded: 0,
  down: 0,
  maintenance: 0,
};

/**
 * The sum of any number of stretches, in any order.
 *
 * @public
 */
export function addSeconds(all: Iterable<StateSeconds>): StateSeconds {
  const sum = { ...noSeconds };
  for (const each of all) {
    sum.up += each.up;
    sum.degraded += each.degraded;
    sum.down += each.down;
    sum.maintenance += each.maintenance;
  }
  return sum;
}

/**
 * Seconds of which is known whether the service served: maintenance and gaps are left out.
 *
 * @public
 */
export function knownSeconds(seconds: StateSeconds): number {
  return seconds.up + seconds.degraded + seconds.down;
}

/**
 * Seconds in which the service served: up or degraded.
 *
 * @public
 */
export function goodSeconds(seconds: StateSeconds): number {
  return seconds.up + seconds.degraded;
}

/**
 * Seconds of a stretch of which nothing is known; gaps are never counted as good or bad.
 *
 * @public
 */
export function unknownSeconds(total: number, seconds: StateSeconds): number {
  return Math.max(0, total - knownSeconds(seconds) - seconds.maintenance);
}
