import type { MetricDefinition } from '@portal/plugin-metrics-common';
import type { DoraMetricId } from './api';

const source = 'https://dora.dev/guides/dora-metrics/';

/**
 * What the five figures mean and how they are calculated here.
 *
 * @public
 */
export const doraMetricDefinitions: readonly (MetricDefinition & {
  id: DoraMetricId;
})[] = [
  {
    id: 'deploymentFrequency',
    title: 'Deployment frequency',
    description: 'How often changes are deployed to production.',
    estimator:
      'Production deployments in the period, divided by its length in weeks of seven days.',
    unit: '1/week',
    sample: 'deployments',
    betterWhen: 'higher',
    aggregation: 'sum',
    source,
  },
  {
    id: 'changeLeadTime',
    title: 'Change lead time',
    description:
      'How long a change takes from its commit to its first production deployment.',
    estimator:
      'Median (interpolated) of deployment time minus commit time over the changes that the deployments of the period brought first; merges and negative times are left out, the first known deployment brings no changes.',
    unit: 'h',
    sample: 'changes',
    betterWhen: 'lower',
    aggregation: 'distribution',
    source,
  },
  {
    id: 'changeFailRate',
    title: 'Change fail rate',
    description:
      'The share of deployments that had to be repaired by a later one.',
    estimator:
      'Deployments of the period that were rolled back, of which a later deployment reverts a change, or to which an incident is charged, divided by the deployments of the period; each deployment counts once.',
    unit: 'ratio',
    sample: 'deployments',
    betterWhen: 'lower',
    aggregation: 'ratio',
    source,
  },
  {
    id: 'failedDeploymentRecoveryTime',
    title: 'Failed deployment recovery time',
    description: 'How long it takes to recover from a deployment that failed.',
    estimator:
      'Median (interpolated) of the time from a failed deployment of the period to its earliest recovery: a rollback, a deployment that reverts one of its changes, or the end of the incident.',
    unit: 'h',
    sample: 'recoveries',
    betterWhen: 'lower',
    aggregation: 'distribution',
    source,
  },
  {
    id: 'deploymentReworkRate',
    title: 'Deployment rework rate',
    description:
      'The share of deployments that were made to repair an earlier one.',
    estimator:
      'Deployments of the period that recovered a failed deployment, divided by the deployments of the period.',
    unit: 'ratio',
    sample: 'deployments',
    betterWhen: 'lower',
    aggregation: 'ratio',
    source,
  },
];
