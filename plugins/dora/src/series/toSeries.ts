import type { DoraMetricId, EntityTrend } from '@portal/plugin-dora-common';
import type { SeriesPoint } from '@portal/plugin-metrics-react';

/** Takes one metric out of a trend. */
export function toSeries(trend: EntityTrend, id: DoraMetricId): SeriesPoint[] {
  return trend.points.map(point => {
    const { value, unit, sampleSize, state } = point.metrics[id];
    return {
      period: point.period,
      complete: point.complete,
      value,
      unit,
      sampleSize,
      state,
    };
  });
}
