import type {
  CountedThing,
  DoraMetricId,
  FailureReasonKind,
  MetricExplanation,
} from '@portal/plugin-dora-common';
import type { EnvironmentResolver } from '../derive/EnvironmentResolver';
import type { PeriodCounts } from './EvidenceStore';

const week = 7 * 86_400_000;

const reasonWords: Record<FailureReasonKind, string> = {
  explicit: 'named by an incident or a rollback',
  rollback: 'rolled back',
  revert: 'one of their changes was reverted',
  'same-service': 'followed by an incident of the service',
};

/** Says in words and numbers what each figure of a period rests on, and what it leaves out. */
export function explainMetrics(options: {
  counts: PeriodCounts;
  /** Milliseconds. */
  duration: number;
  environments: EnvironmentResolver;
  attributionHours: number;
}): Record<DoraMetricId, MetricExplanation> {
  const { counts, duration, attributionHours } = options;
  const deployments = counts.releases + counts.mainline + counts.reported;
  const weeks = Number((duration / week).toFixed(2));
  const notCounted = notDeployments(options);
  return {
    deploymentFrequency: {
      metric: 'deploymentFrequency',
      formula: `${deployments} deployments / ${weeks} weeks`,
      inputs: present([
        { label: 'Reported by a deployment tool', count: counts.reported },
        { label: 'Releases of the repository', count: counts.releases },
        { label: 'Commits delivered continuously', count: counts.mainline },
      ]),
      exclusions: notCounted,
    },
    changeLeadTime: {
      metric: 'changeLeadTime',
      formula: `median of ${
        counts.leadTimes?.count ?? 0
      } times from commit to deployment`,
      inputs: present([
        { label: 'Changes that count', count: counts.leadTimes?.count ?? 0 },
      ]),
      exclusions: present([
        {
          label: 'Merges',
          count: counts.merges,
          why: 'the changes that they merge count themselves',
        },
        {
          label: 'Commits that are their own deployment',
          count: counts.own,
          why: 'nothing waits between the two',
        },
        {
          label: 'Changes committed after their deployment',
          count: counts.negative,
          why: 'one of the two clocks is wrong',
        },
      ]),
      percentiles: counts.leadTimes,
    },
    changeFailRate: {
      metric: 'changeFailRate',
      formula: `${counts.failed} failed / ${deployments} deployments`,
      inputs: present(
        Object.entries(counts.reasons).map(([kind, count]) => ({
          label: `Failed: ${reasonWords[kind as FailureReasonKind]}`,
          count: count ?? 0,
        })),
      ),
      exclusions: present([
        ...notCounted,
        {
          label: 'Incidents and rollbacks charged to no deployment',
          count: counts.unattributed,
          why: `they name none that is known, and none began within ${attributionHours} hours before`,
        },
      ]),
    },
    failedDeploymentRecoveryTime: {
      metric: 'failedDeploymentRecoveryTime',
      formula: `median of ${counts.recovered} times from a failed deployment to its recovery`,
      inputs: present([
        { label: 'Failed deployments that recovered', count: counts.recovered },
      ]),
      exclusions: present([
        {
          label: 'Failed deployments without a known recovery',
          count: counts.failed - counts.recovered,
          why: 'no repair and no end of an incident is known yet',
        },
      ]),
      percentiles: counts.recoveries,
    },
    deploymentReworkRate: {
      metric: 'deploymentReworkRate',
      formula: `${counts.reworks} repairing / ${deployments} deployments`,
      inputs: present([
        { label: 'Deployments that repaired another', count: counts.reworks },
      ]),
      exclusions: notCounted,
    },
  };
}

function notDeployments(options: {
  counts: PeriodCounts;
  environments: EnvironmentResolver;
}): CountedThing[] {
  const { counts, environments } = options;
  const sums = { unsuccessful: 0, running: 0, elsewhere: 0, unknown: 0 };
  for (const { environment, result, count } of counts.reports) {
    const resolved = environments.resolve(environment);
    if (!resolved.environment) {
      sums.unknown += count;
    } else if (!resolved.production) {
      sums.elsewhere += count;
    } else if (result === undefined) {
      sums.running += count;
    } else if (result !== 'success') {
      sums.unsuccessful += count;
    }
  }
  return present([
    {
      label: 'Deployments that did not succeed',
      count: sums.unsuccessful,
      why: 'they released nothing',
    },
    {
      label: 'Deployments without a known end',
      count: sums.running,
      why: 'they run, or nothing more was reported of them',
    },
    {
      label: 'Deployments to other environments',
      count: sums.elsewhere,
      why: 'the figures are about production',
    },
    {
      label: 'Deployments to an unknown environment',
      count: sums.unknown,
      why: 'no environment is never taken for production; map the name in the configuration',
    },
    {
      label: 'Releases of an unknown commit',
      count: counts.unknownCommits,
      why: 'they count once their commit is known',
    },
    {
      label: 'Releases while a tool reports deployments',
      count: counts.superseded,
      why: 'reports say what was deployed, and each would count twice',
    },
  ]);
}

function present(things: readonly CountedThing[]): CountedThing[] {
  return things.filter(({ count }) => count > 0);
}
