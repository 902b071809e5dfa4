import type { Severity } from '../findings/Finding';

/**
 * What happened to the findings of a scope, day by day.
 *
 * @public
 */
export type FindingStatistics = {
  /** ISO dates, half-open. */
  from: string;
  to: string;
  days: Array<{
    day: string;
    opened: number;
    fixed: number;
    reopened: number;
    /** Open ones at the end of the day. */
    open: number;
  }>;
  /** Mean and median time from opened to fixed, in hours, of those fixed in the period. */
  timeToRemediate: Record<
    Severity,
    { fixed: number; meanHours?: number; medianHours?: number }
  >;
  /** Of those that were due in the period: how many were fixed in time. */
  withinSla: Record<Severity, { due: number; met: number }>;
  reopened: number;
};
