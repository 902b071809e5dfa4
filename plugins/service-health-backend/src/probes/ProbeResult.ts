import type { HealthState } from '@portal/plugin-service-health-common';

/** What a probe found. */
export type ProbeResult = {
  state: HealthState;
  /** Milliseconds. */
  latency?: number;
  /** Why it is not up. */
  reason?: string;
};

/** What every probe works with. */
export type ProbeContext = {
  guard: import('./TargetGuard').TargetGuard;
  /** Milliseconds, for all of it. */
  timeout: number;
};
