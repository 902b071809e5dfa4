import type { MetricValue } from '@portal/plugin-metrics-common';
import type { Origin } from '../initiatives/Initiative';

/** @public */
export type GoalInput = {
  id: string;
  title: string;
  metricId: string;
  /** `everything`, or a group, domain, system or component. */
  scope: string;
  baseline: number;
  target: number;
  /** `YYYY-MM-DD`: when the baseline was, and when the target should be reached. */
  from: string;
  by: string;
};

/** @public */
export type Goal = GoalInput & {
  origin: Origin;
  revision: number;
  demo: boolean;
  /** Now; its state says why it is not known. For a distribution the median of the services, which is never rolled up further. */
  now: MetricValue;
  /** (now − baseline) / (target − baseline); absent where unknown, or where baseline and target are equal. */
  progress?: number;
  /** Where a straight line would be today, 0 to 1. */
  expected: number;
};
