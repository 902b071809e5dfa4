import type { MetricUnit, MetricValue } from '@portal/plugin-metrics-common';
import type { Origin } from '../initiatives/Initiative';
import type { NodeContext } from '../portfolio/Portfolio';

/**
 * Something that a figure of a part of the organisation should reach by a day.
 *
 * @public
 */
export type GoalInput = {
  /** Lower case, digits and dashes; stable. */
  id: string;
  name: string;
  /** Of the metric store. Its value over 28 days counts, of services with a distribution the median. */
  metricId: string;
  /** `everything`, or the reference of a group, domain, system or component. */
  scope: string;
  /** Where it began: a value in the unit of the metric, and of which day, `YYYY-MM-DD`. */
  baseline: { value: number; day: string };
  /** In the unit of the metric; another value than that of the baseline. */
  target: number;
  /** The last day on which it may be reached, `YYYY-MM-DD`. */
  due: string;
  /** Entity reference of the group or person who answers for it. */
  owner: string;
  note?: string;
};

/** @public */
export type Goal = GoalInput & {
  origin: Origin;
  /** Sent back with a change. */
  revision: number;
  demo: boolean;
};

/**
 * How a goal is doing.
 *
 * - `reached`: the figure is at its target or beyond.
 * - `on-track`: at most a tenth of the way behind a straight line from baseline to target.
 * - `behind`: further behind than that.
 * - `missed`: not reached, and the day is over.
 * - `unknown`: there is no fresh figure, or the reader may not read it.
 *
 * @public
 */
export type GoalStanding =
  | 'reached'
  | 'on-track'
  | 'behind'
  | 'missed'
  | 'unknown';

/** @public */
export type GoalProgress = {
  standing: GoalStanding;
  /** (now − baseline) / (target − baseline): below 0 and beyond 1 too. Absent where unknown. */
  progress?: number;
  /** Where the straight line is on the day: days gone / days from baseline to due, 0 to 1. */
  expected: number;
};

/** @public */
export type GoalRow = GoalProgress & {
  goal: Goal;
  /** Of the metric; its id where nobody publishes it or the reader may not read it. */
  metricTitle: string;
  /** Of the part, as it is read. */
  scopeTitle: string;
  unit: MetricUnit;
  betterWhen: 'higher' | 'lower';
  /** As of the day of the page; absent where it is not measured. */
  now?: MetricValue;
  /** Why it is unknown. */
  cure?: string;
};

/** @public */
export type GoalsAnswer = {
  context: NodeContext;
  /** Missed and behind first, then by the day on which they are due. */
  rows: GoalRow[];
  /** How many more there are of parts that the caller may not read. */
  hidden: number;
  /** What a goal can be of, as far as the caller reads it: by title. */
  metrics: Array<{ id: string; title: string; unit: MetricUnit }>;
};
