import {
  tiersOfValues,
  type ComparedService,
  type Deployment,
  type DeliverySource,
  type DoraMetricId,
  type DoraMetrics,
  doraMetricIds,
} from '@portal/plugin-dora-common';

/** Figures as the backend gives them for an entity that is doing fine. */
export const healthyMetrics: DoraMetrics = {
  deploymentFrequency: {
    state: 'ok',
    value: 2.1,
    unit: '1/week',
    sampleSize: 27,
  },
  changeLeadTime: { state: 'ok', value: 52, unit: 'h', sampleSize: 152 },
  changeFailRate: {
    state: 'ok',
    value: 2 / 26,
    unit: 'ratio',
    sampleSize: 26,
  },
  failedDeploymentRecoveryTime: {
    state: 'ok',
    value: 4.2,
    unit: 'h',
    sampleSize: 2,
  },
  deploymentReworkRate: {
    state: 'ok',
    value: 2 / 26,
    unit: 'ratio',
    sampleSize: 26,
  },
};

/** A source that works. */
export const gitSource: DeliverySource = {
  source: 'git',
  location: 'https://git.example.com/team/portal',
  state: 'ok',
  lastSuccessAt: '2025-11-10T11:00:00.000Z',
  commits: 1204,
  releases: 27,
  demo: false,
};

/** Makes a deployment of a day in November 2025. */
export function deployment(
  day: number,
  more: Partial<Deployment> = {},
): Deployment {
  return {
    id: `deployment-${day}`,
    sha: `${day}`.padStart(2, '0').repeat(20),
    tag: `v1.${day}.0`,
    deployedAt: new Date(Date.UTC(2025, 10, day, 9)).toISOString(),
    baseline: false,
    changes: 3,
    leadTimeMedian: 52,
    failed: false,
    reasons: [],
    rework: false,
    demo: false,
    ...more,
  };
}

type Values = Partial<Record<DoraMetricId, number | undefined>>;

/** The healthy figures with other values; `undefined` takes a value away. */
export function metricsWith(values: Values): DoraMetrics {
  const entries = doraMetricIds.map(id => {
    const healthy = healthyMetrics[id];
    if (!(id in values)) {
      return [id, healthy];
    }
    const value = values[id];
    return [
      id,
      value === undefined
        ? {
            state: 'insufficient-data',
            unit: healthy.unit,
            sampleSize: 0,
            have: 0,
            need: 1,
          }
        : { ...healthy, value },
    ];
  });
  return Object.fromEntries(entries) as DoraMetrics;
}

/** Makes a service of the scopes that views of many services show. */
export function service(
  name: string,
  values: Values = {},
  before: Values = {},
): ComparedService {
  const metrics = metricsWith(values);
  const metricsBefore = metricsWith(before);
  const tiersFor = (figures: DoraMetrics) =>
    tiersOfValues({
      metrics: figures,
      daysPerWeek: figures.deploymentFrequency.value,
    }).metrics;
  return {
    entityRef: `component:default/${name}`,
    metrics,
    before: metricsBefore,
    tiers: tiersFor(metrics),
    tiersBefore: tiersFor(metricsBefore),
  };
}
