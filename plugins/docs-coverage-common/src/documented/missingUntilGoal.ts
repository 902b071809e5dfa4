import type { CoverageParts } from './CoverageParts';

/**
 * How many more entities must be documented until the share reaches the goal; 0 when it is met.
 *
 * @param goal - the share that is aimed at, 0 to 1
 *
 * @public
 */
export function missingUntilGoal(
  { countable, documented }: CoverageParts,
  goal: number,
): number {
  let needed = Math.ceil(goal * countable);
  // The product of a decimal share and a count can lie just above the whole number that already meets the goal.
  if (needed > 0 && (needed - 1) / countable >= goal) {
    needed -= 1;
  }
  return Math.max(0, needed - documented);
}
