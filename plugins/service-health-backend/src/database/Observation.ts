import type { HealthState } from '@portal/plugin-service-health-common';

/** What a check found. */
export type Observation = {
  checkId: string;
  /** The minute it stands for, and the following ones. */
  minute: Date;
  minutes: number;
  /** When it was found. */
  at: Date;
  state: HealthState;
  /** Milliseconds. */
  latency?: number;
  reason?: string;
};
