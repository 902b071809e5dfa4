import type { HealthState } from '@portal/plugin-service-health-common';

/** The states in plain words. */
export const stateWords: Record<HealthState, string> = {
  up: 'Up',
  degraded: 'Degraded',
  down: 'Down',
  unknown: 'Unknown',
};
