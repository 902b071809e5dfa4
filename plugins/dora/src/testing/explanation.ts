import {
  doraMetricDefinitions,
  type DoraMetricId,
  type EntityExplanation,
  type MetricExplanation,
} from '@portal/plugin-dora-common';

/** What the healthy figures rest on. */
export const explanation: Omit<EntityExplanation, 'period'> = {
  environments: [{ name: 'production', deployments: 27 }],
  metrics: Object.fromEntries(
    doraMetricDefinitions.map(({ id, sample }) => [
      id,
      {
        metric: id,
        formula: `27 ${sample} ÷ 12.86 weeks`,
        inputs: [{ label: `${sample} of the period`, count: 27 }],
        exclusions: [
          {
            label: 'first known deployment',
            count: 1,
            why: 'nobody knows what ran before it',
          },
        ],
      },
    ]),
  ) as Record<DoraMetricId, MetricExplanation>,
  leadTimes: {
    fromCommit: { count: 152, p50: 52, p75: 80, p90: 120 },
  },
};
