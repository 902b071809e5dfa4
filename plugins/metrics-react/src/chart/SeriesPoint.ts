import type {
  MetricState,
  MetricUnit,
  Period,
} from '@portal/plugin-metrics-common';

/** One point of a figure over time. */
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
