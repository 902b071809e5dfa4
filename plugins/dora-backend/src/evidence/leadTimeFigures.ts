import {
  percentileCont,
  splitLeadTime,
  type DurationPercentiles,
  type LeadTimeFigures,
  type LeadTimeSplit,
} from '@portal/plugin-dora-common';
import type { DeployedPullRequest } from './EvidenceStore';

const hour = 3_600_000;

/** Where the lead time of a period's pull requests went. */
export function leadTimeFigures(
  pulls: readonly DeployedPullRequest[],
  fromCommit: DurationPercentiles | undefined,
): LeadTimeFigures {
  const splits = pulls.map(pull => splitLeadTime(pull, pull.deployedAt));
  const of = (part: keyof LeadTimeSplit) =>
    percentilesOf(splits.flatMap(split => split[part] ?? []));
  return {
    fromCommit,
    fromFirstCommit: of('fromFirstCommit'),
    fromMerge: of('mergeToDeploy'),
    coding: of('coding'),
    review: of('review'),
    mergeToDeploy: of('mergeToDeploy'),
  };
}

function percentilesOf(
  values: readonly number[],
): DurationPercentiles | undefined {
  const ascending = [...values].sort((a, b) => a - b);
  const [p50, p75, p90] = [0.5, 0.75, 0.9].map(
    fraction => (percentileCont(ascending, fraction) ?? 0) / hour,
  );
  return ascending.length > 0
    ? { count: ascending.length, p50, p75, p90 }
    : undefined;
}
