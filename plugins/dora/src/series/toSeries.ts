import type {
  DoraMetricId,
  DoraMetrics,
  TrendPoint,
} from '@portal/plugin-dora-common';
import type { SeriesPoint } from '@portal/plugin-metrics-react';

type Point = Pick<TrendPoint, 'period' | 'complete'> & {
  metrics: Partial<DoraMetrics>;
};

/** Takes one metric out of a trend; empty where the trend does not hold it. */
export function toSeries(
  trend: { points: readonly Point[] },
  id: DoraMetricId,
): SeriesPoint[] {
  return trend.points.flatMap(({ period, complete, metrics }) => {
    const metric = metrics[id];
    if (!metric) {
      return [];
    }
    const { value, unit, sampleSize, state } = metric;
    return [{ period, complete, value, unit, sampleSize, state }];
  });
}
