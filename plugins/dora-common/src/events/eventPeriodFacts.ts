import { middleOf, type PeriodFacts } from '../metrics';
import type { DeploymentOutcome } from './eventAttribution';

/**
 * What the five figures of a period are calculated from, for deployments that came as events. A failure and its recovery
 * belong to the day of the deployment that failed, rework to that of the one that repaired.
 *
 * @param options - The period `[from, to)` in epoch milliseconds; `leadTimes` of the changes that its deployments brought,
 * in milliseconds.
 * @public
 */
export function eventPeriodFacts(options: {
  outcomes: Iterable<DeploymentOutcome>;
  from: number;
  to: number;
  leadTimes?: readonly number[];
}): PeriodFacts {
  const { outcomes, from, to, leadTimes = [] } = options;
  const recoveries: number[] = [];
  let [deployments, failed, reworks] = [0, 0, 0];
  for (const { deployment, reasons, recovery, repaired } of outcomes) {
    if (deployment.finishedAt >= from && deployment.finishedAt < to) {
      deployments += 1;
      failed += reasons.length > 0 ? 1 : 0;
      reworks += repaired.length > 0 ? 1 : 0;
      if (recovery) {
        recoveries.push(recovery.duration);
      }
    }
  }
  return {
    deployments,
    mainlineDeployments: 0,
    failed,
    reworks,
    leadTimes: middleOf(leadTimes),
    recoveries: middleOf(recoveries),
  };
}
