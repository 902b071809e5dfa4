import type { MetricDefinition } from '@portal/plugin-metrics-common';

const source = 'https://example.com/definitions';

/** A rate that is better when higher. */
export const frequencyDefinition: MetricDefinition = {
  id: 'releaseFrequency',
  title: 'Release frequency',
  description: 'How often something is released.',
  estimator: 'Releases in the period, divided by its length in weeks.',
  unit: '1/week',
  sample: 'releases',
  betterWhen: 'higher',
  aggregation: 'sum',
  source,
};

/** A time that is better when shorter. */
export const waitingTimeDefinition: MetricDefinition = {
  id: 'waitingTime',
  title: 'Waiting time',
  description: 'How long a change waits for its release.',
  estimator: 'Median (interpolated) over the changes of the period.',
  unit: 'h',
  sample: 'changes',
  betterWhen: 'lower',
  aggregation: 'distribution',
  source,
};
