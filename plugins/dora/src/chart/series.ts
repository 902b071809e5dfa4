import type { DoraMetricId, EntityTrend } from '@portal/plugin-dora-common';
import type {
  MetricState,
  MetricUnit,
  Period,
} from '@portal/plugin-metrics-common';

/** One point of one metric's trend. */
export type SeriesPoint = {
  period: Period;
  /** False for a point that is not over yet. */
  complete: boolean;
  /** Absent where there was nothing to compute from: a gap, never a zero. */
  value?: number;
  unit: MetricUnit;
  sampleSize: number;
  state: MetricState;
};

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
