import type { MiddleValues } from './MiddleValues';

/**
 * What the five figures of a period are calculated from.
 *
 * @public
 */
export type PeriodFacts = {
  /** Production deployments of the period, the baseline included. */
  deployments: number;
  /** Those of them that are commits of a branch that is delivered continuously. */
  mainlineDeployments: number;
  /** Those of them of which a later deployment took a change back. */
  failed: number;
  /** Those of them that recovered an earlier deployment. */
  reworks: number;
  /** Lead times in milliseconds of the changes that they brought first. */
  leadTimes?: MiddleValues;
  /** Milliseconds from the failed ones to their recovery. */
  recoveries?: MiddleValues;
};
