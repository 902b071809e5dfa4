import type { DoraMetricId } from '../api';
import type { CountedThing, MetricExplanation } from '../evidence';
import type { DeliveryOverview, OverviewMetric } from './overviewTypes';

const week = 7 * 86_400_000;

/**
 * Says in words and numbers what each figure of the services of a scope rests on, and what it leaves out.
 *
 * @public
 */
export function explainOverview(
  overview: DeliveryOverview,
): Record<DoraMetricId, MetricExplanation> {
  const { period, metrics } = overview;
  const weeks = Number(
    ((Date.parse(period.to) - Date.parse(period.from)) / week).toFixed(2),
  );
  const explain = (
    metric: DoraMetricId,
    formula: string,
    inputs: CountedThing[],
  ): MetricExplanation => ({
    metric,
    formula,
    inputs: present([
      ...inputs,
      { label: 'Services with a value', count: metrics[metric].coverage.have },
    ]),
    exclusions: exclusionsOf(overview, metric),
  });
  const rate = (metric: DoraMetricId, what: string, part: string) => {
    const { total } = metrics[metric];
    const all = total?.sampleSize ?? 0;
    const some = partOf(total);
    return explain(
      metric,
      `${some} ${what} / ${all} deployments of all services together`,
      [
        { label: part, count: some },
        { label: 'Deployments', count: all },
      ],
    );
  };
  const spread = (metric: DoraMetricId, times: string) =>
    explain(
      metric,
      `where the middle half lies of the medians of ${metrics[metric].coverage.have} services, each over its own times ${times}`,
      [],
    );
  const deployments = metrics.deploymentFrequency.total?.sampleSize ?? 0;
  return {
    deploymentFrequency: explain(
      'deploymentFrequency',
      `${deployments} deployments of all services together / ${weeks} weeks`,
      [{ label: 'Deployments', count: deployments }],
    ),
    changeLeadTime: spread('changeLeadTime', 'from commit to deployment'),
    changeFailRate: rate('changeFailRate', 'failed', 'Deployments that failed'),
    failedDeploymentRecoveryTime: spread(
      'failedDeploymentRecoveryTime',
      'from a failed deployment to its recovery',
    ),
    deploymentReworkRate: rate(
      'deploymentReworkRate',
      'repairing',
      'Deployments that repaired another',
    ),
  };
}

/** A rate and what it is of give back what was divided. */
function partOf(total: OverviewMetric['total']): number {
  return Math.round((total?.value ?? 0) * (total?.sampleSize ?? 0));
}

function exclusionsOf(
  { services, measured, environment, metrics }: DeliveryOverview,
  metric: DoraMetricId,
): CountedThing[] {
  const { coverage, better, worse, same } = metrics[metric];
  const known = environment ? ` to ${environment}` : '';
  return present([
    {
      label: 'Services that are not measured',
      count: services - measured,
      why: `no deployment of them${known} is known, which says nothing about how they deliver`,
    },
    {
      label: 'Measured services without a value',
      count: measured - coverage.have,
      why: 'there was nothing in this period to calculate it from, and missing is not 0',
    },
    {
      label: 'Services that are neither better, worse nor the same',
      count: coverage.have - better - worse - same,
      why: 'they have no value in the period that this one is compared with',
    },
  ]);
}

function present(things: readonly CountedThing[]): CountedThing[] {
  return things.filter(({ count }) => count > 0);
}
