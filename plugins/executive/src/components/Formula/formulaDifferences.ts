import type {
  HealthCheck,
  HealthFormula,
  HealthPillar,
} from '@portal/plugin-executive-common';
import type { RegisteredMetric } from '@portal/plugin-metrics-common';
import {
  formatNumber,
  formatRatio,
  formatValue,
} from '@portal/plugin-metrics-react';

type Metrics = ReadonlyMap<string, Pick<RegisteredMetric, 'title' | 'unit'>>;

/** What a version changed against the one before, in words. */
export function formulaDifferences(
  formula: Pick<HealthFormula, 'pillars'>,
  before: Pick<HealthFormula, 'pillars'>,
  metrics: Metrics,
): string[] {
  const gone = before.pillars
    .filter(({ id }) => !formula.pillars.some(each => each.id === id))
    .map(({ title }) => `${title}: left out`);
  return [
    ...formula.pillars.flatMap(pillar => {
      const other = before.pillars.find(({ id }) => id === pillar.id);
      return other ? ofPillar(pillar, other, metrics) : `${pillar.title}: new`;
    }),
    ...gone,
  ];
}

function ofPillar(
  now: HealthPillar,
  before: HealthPillar,
  metrics: Metrics,
): string[] {
  const said: string[] = [];
  if (now.title !== before.title) {
    said.push(`${now.title}: was called ${before.title}`);
  }
  if (now.weight !== before.weight) {
    said.push(
      `${now.title}: weight ${formatNumber(
        now.weight,
      )} instead of ${formatNumber(before.weight)}`,
    );
  }
  for (const check of now.checks) {
    const other = before.checks.find(each => isSame(each, check));
    const name = nameOf(check, metrics);
    if (!other) {
      said.push(`${name}: new`);
    } else {
      for (const limit of ['target', 'floor'] as const) {
        if (check[limit] !== other[limit]) {
          said.push(
            `${name}: ${limit} ${limitText(
              check,
              limit,
              metrics,
            )} instead of ${limitText(other, limit, metrics)}`,
          );
        }
      }
    }
  }
  return [
    ...said,
    ...before.checks
      .filter(check => !now.checks.some(each => isSame(each, check)))
      .map(check => `${nameOf(check, metrics)}: left out`),
  ];
}

function isSame(one: HealthCheck, other: HealthCheck): boolean {
  return (
    one.metricId === other.metricId &&
    one.of === other.of &&
    one.window === other.window
  );
}

function nameOf({ metricId, of }: HealthCheck, metrics: Metrics): string {
  const title = metrics.get(metricId)?.title ?? metricId;
  return of === 'change' ? `${title}, change` : title;
}

function limitText(
  check: HealthCheck,
  limit: 'target' | 'floor',
  metrics: Metrics,
): string {
  const metric = metrics.get(check.metricId);
  if (check.of === 'change') {
    return formatRatio(check[limit]);
  }
  return metric
    ? formatValue(check[limit], metric.unit)
    : formatNumber(check[limit]);
}
