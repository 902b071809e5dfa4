import type { ErrorBudget, HealthState, StateSeconds } from './state';

/**
 * How a check stands.
 *
 * @public
 */
export type CheckState = {
  id: string;
  entityRef: string;
  environment: string;
  /** What is checked, such as `https://shop.example.com/health`. */
  name: string;
  state: HealthState;
  /** Why, in words; absent while all is well. */
  reason?: string;
  /** Since when it is in this state, ISO 8601. */
  since?: string;
  /** When it was last looked at, ISO 8601. */
  checkedAt?: string;
  /** Milliseconds of the latest check. */
  latency?: number;
  /** Until when it is under maintenance, ISO 8601. */
  maintenanceUntil?: string;
  /** Made up for the demo organisation. */
  demo: boolean;
};

/**
 * Worst first.
 *
 * @public
 */
export type CheckStates = {
  items: CheckState[];
  /** How many checks are in each state, those beyond the limit included. */
  counts: Record<HealthState, number>;
  total: number;
};

/** A day, cut in UTC. @public */
export type HealthDay = StateSeconds & {
  /** Such as `2026-01-31`. */
  day: string;
  unknown: number;
  checks: number;
  /** Mean milliseconds, where latencies are known. */
  meanLatency?: number;
};

/** @public */
export type CheckHistory = CheckState & {
  /** Oldest first, one a day of the period, today included. */
  days: HealthDay[];
  /** Seconds of the whole period. */
  seconds: StateSeconds & { unknown: number };
  /** Between 0 and 1; absent where nothing is known. */
  availability?: number;
  budget: ErrorBudget;
};

/** @public */
export type StateChange = {
  checkId: string;
  environment: string;
  name: string;
  at: string;
  from: HealthState;
  to: HealthState;
  reason?: string;
};

/** @public */
export type MaintenanceWindow = {
  id: string;
  entityRef: string;
  /** Absent: all environments. */
  environment?: string;
  from: string;
  to: string;
  reason: string;
  createdBy: string;
};

/**
 * All that is known about the health of an entity.
 *
 * @public
 */
export type HealthHistory = {
  entityRef: string;
  checks: CheckHistory[];
  /** Newest first, at most 50. */
  changes: StateChange[];
  /** Running and coming. */
  maintenance: MaintenanceWindow[];
  /** What is wrong with the annotations. */
  problems: string[];
};

/**
 * What an external checker found. The natural key is entity, environment, name and minute: sending it twice changes nothing.
 *
 * @public
 */
export type ReportedCheck = {
  entityRef: string;
  environment: string;
  name: string;
  /** ISO 8601; cut to the minute. */
  at: string;
  state: Exclude<HealthState, 'unknown'>;
  /** For how many minutes from then on it holds; 1 by default. */
  minutes?: number;
  /** Milliseconds. */
  latency?: number;
  reason?: string;
};
