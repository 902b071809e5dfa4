import type { MetricDefinition } from '@portal/plugin-metrics-common';

/**
 * What the plugin publishes to the metric store.
 *
 * @public
 */
export const availabilityMetric: MetricDefinition = {
  id: 'availability',
  title: 'Availability',
  description: 'The share of the known time in which the service served.',
  estimator:
    'Seconds up or degraded, divided by the seconds up, degraded or down, over all checks of the service; maintenance and gaps are left out.',
  unit: 'ratio',
  sample: 'known time',
  sampleUnit: 'second',
  betterWhen: 'higher',
  aggregation: 'ratio',
  source: 'https://sre.google/sre-book/embracing-risk/',
};
