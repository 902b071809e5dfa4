import type { BucketDays, MetricUnit } from '@portal/plugin-metrics-common';
import type { NodeContext } from '../portfolio/Portfolio';

/** @public */
export type SuccessMetric = {
  id:
    | 'developer-productivity'
    | 'deployment-frequency'
    | 'recovery-time'
    | 'documentation-coverage'
    | 'provisioning-time';
  title: string;
  definition: string;
  /** What should be reached: a change against the baseline as a ratio, or a value. */
  goal: { kind: 'change'; ratio: number } | { kind: 'value'; value: number };
  unit: MetricUnit;
  betterWhen: 'higher' | 'lower';
  baseline?: number;
  now?: number;
  /** now / baseline − 1 */
  change?: number;
  /** How much of the way is done, 0 to 1 and beyond. */
  progress?: number;
  /** Why it is not known, and what would cure it. */
  cure?: string;
  trend: Array<{ bucket: BucketDays; value?: number }>;
};

/**
 * The time that everything is compared with; chosen once.
 *
 * @public
 */
export type SuccessBaseline = {
  from: string;
  to: string;
  lockedAt: string;
  lockedBy: string;
  reason: string;
  /** Whether it came with the demo organisation: somebody may still choose another one. */
  demo: boolean;
};

/** @public */
export type SuccessAnswer = {
  context: NodeContext;
  baseline?: SuccessBaseline;
  metrics: SuccessMetric[];
};
