import type { PillarHealth } from './Standing';

/** How many services may be measured on one day and not on the other, as a share of the larger number. */
const tolerance = 0.1;

/**
 * The shares of a pillar on two days, where about as many services were measured on both: at most a tenth more or fewer. Of 45
 * services on one day and 60 on the other the shares are of different services, and their difference says nothing of any.
 *
 * @public
 */
export function comparablePillar(
  now: PillarHealth | undefined,
  then: PillarHealth | undefined,
): { now: number; then: number } | undefined {
  if (now?.share === undefined || then?.share === undefined) {
    return undefined;
  }
  const [one, other] = [judgedOf(now), judgedOf(then)];
  return Math.min(one, other) >= Math.max(one, other) * (1 - tolerance)
    ? { now: now.share, then: then.share }
    : undefined;
}

/**
 * How many services of a pillar are judged: neither unknown nor exempt.
 *
 * @public
 */
export function judgedOf({ counts }: PillarHealth): number {
  return counts.meets + counts.watch + counts.below;
}
