import type {
  HealthCheck,
  HealthPillar,
} from '@portal/plugin-executive-common';
import type { RegisteredMetric } from '@portal/plugin-metrics-common';
import { formatRatio, formatValue } from '@portal/plugin-metrics-react';

/** A check in words: `Deployment frequency in 28 days: at least 1 per week; below 0.25 per week it is below what is expected`. */
export function checkText(
  check: HealthCheck,
  metric: Pick<RegisteredMetric, 'title' | 'unit' | 'betterWhen'> | undefined,
): string {
  if (!metric) {
    return `${check.metricId}: nobody publishes it, so it is not looked at`;
  }
  const text = (limit: number) =>
    check.of === 'change'
      ? formatRatio(limit)
      : formatValue(limit, metric.unit);
  const isHigher = metric.betterWhen === 'higher';
  const what =
    check.of === 'change'
      ? `${metric.title}, change against the ${check.window} days before`
      : `${metric.title} in ${check.window} days`;
  return `${what}: ${isHigher ? 'at least' : 'at most'} ${text(
    check.target,
  )}; ${isHigher ? 'less than' : 'more than'} ${text(
    check.floor,
  )} is below what is expected`;
}

/** How much of the whole a pillar counts. */
export function weightShare(
  pillar: HealthPillar,
  pillars: readonly HealthPillar[],
): number {
  const all = pillars.reduce((sum, { weight }) => sum + weight, 0);
  return all > 0 ? pillar.weight / all : 0;
}
