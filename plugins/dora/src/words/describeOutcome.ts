import type { Deployment } from '@portal/plugin-dora-common';
import { formatDuration } from '@portal/plugin-metrics-react';
import { shortReasons } from './describeReason';
import { nameDeployment } from './nameDeployment';

/** One thing that became of a deployment. */
export type OutcomeWords = {
  kind: 'baseline' | 'good' | 'failed' | 'rework';
  text: string;
};

function describeRecovery(recovery: Deployment['recovery']): string {
  if (!recovery) {
    return 'not recovered yet';
  }
  const after = formatDuration(recovery.hours);
  return recovery.incident
    ? `over with its incident after ${after}`
    : `recovered by ${nameDeployment(recovery)} after ${after}`;
}

/** Says what became of a deployment: at least one thing, for the table and for a file of it. */
export function describeOutcome(deployment: Deployment): OutcomeWords[] {
  const { baseline, failed, reasons, recovery, rework } = deployment;
  if (baseline) {
    return [{ kind: 'baseline', text: 'First known: counts no changes' }];
  }
  const [reason] = reasons;
  const why = reason ? ` (${shortReasons[reason]})` : '';
  const words: OutcomeWords[] = [];
  if (failed) {
    words.push({
      kind: 'failed',
      text: `Failed${why}, ${describeRecovery(recovery)}`,
    });
  }
  if (rework) {
    words.push({ kind: 'rework', text: 'Rework: repaired an earlier one' });
  }
  return words.length > 0
    ? words
    : [{ kind: 'good', text: 'No failure known' }];
}
