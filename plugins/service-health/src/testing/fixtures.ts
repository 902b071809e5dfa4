import type {
  CheckHistory,
  HealthHistory,
} from '@portal/plugin-service-health-common';

/** A check that is down, with two days. */
export const check: CheckHistory = {
  id: '1',
  entityRef: 'component:default/shop',
  environment: 'PROD1',
  name: 'https://shop.example.com/health',
  state: 'down',
  reason: 'HTTP status 500',
  since: new Date(Date.now() - 7_200_000).toISOString(),
  demo: true,
  days: [
    {
      day: '2026-01-30',
      up: 0,
      degraded: 0,
      down: 0,
      maintenance: 0,
      unknown: 86_400,
      checks: 0,
    },
    {
      day: '2026-01-31',
      up: 82_800,
      degraded: 0,
      down: 3600,
      maintenance: 0,
      unknown: 0,
      checks: 1440,
    },
  ],
  seconds: {
    up: 82_800,
    degraded: 0,
    down: 3600,
    maintenance: 0,
    unknown: 86_400,
  },
  availability: 82_800 / 86_400,
  budget: {
    objective: 0.999,
    allowedSeconds: 86.4,
    usedSeconds: 3600,
    remainingSeconds: -3513.6,
  },
};
/** A component with that check alone. */
export const history: HealthHistory = {
  entityRef: check.entityRef,
  checks: [check],
  changes: [
    {
      checkId: '1',
      environment: 'PROD1',
      name: check.name,
      at: check.since!,
      from: 'up',
      to: 'down',
      reason: 'HTTP status 500',
    },
  ],
  maintenance: [],
  problems: [],
};
