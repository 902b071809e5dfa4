import type { MetricDefinition } from '@portal/plugin-metrics-common';

const source = 'Tasks of the scaffolder';

/**
 * How long it takes from a form to a component. Of a component it is its own run; of a template the median of its runs.
 *
 * @public
 */
export const provisioningTimeDefinition: MetricDefinition = {
  id: 'provisioningTime',
  title: 'Provisioning time',
  description:
    'How long a software template takes from the submitted form to what it makes.',
  estimator: 'Median of the completed runs that ended in the window',
  unit: 'h',
  sample: 'completed runs',
  betterWhen: 'lower',
  aggregation: 'distribution',
  source,
};

/** @public */
export const templateSuccessRateDefinition: MetricDefinition = {
  id: 'templateSuccessRate',
  title: 'Template success rate',
  description: 'Which share of the runs of software templates complete.',
  estimator:
    'Completed runs / (completed + failed runs); cancelled runs do not count',
  unit: 'ratio',
  sample: 'ended runs',
  betterWhen: 'higher',
  aggregation: 'ratio',
  source,
};

/** @public */
export const templateAdoptionDefinition: MetricDefinition = {
  id: 'templateAdoption',
  title: 'Template adoption',
  description: 'Which share of the components was made from a template.',
  estimator: 'Components that a completed run made / components',
  unit: 'ratio',
  sample: 'components',
  betterWhen: 'higher',
  aggregation: 'ratio',
  overTime: 'last',
  source,
};

/**
 * Every metric of the plugin.
 *
 * @public
 */
export const scaffolderPortalMetrics = [
  provisioningTimeDefinition,
  templateSuccessRateDefinition,
  templateAdoptionDefinition,
];
