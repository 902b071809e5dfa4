import type {
  MetricDefinition,
  MetricValue,
} from '@portal/plugin-metrics-common';
import type { HealthCheck } from './HealthFormula';
import type { Standing } from './Standing';

/**
 * Where a service stands in one check, and what was compared.
 *
 * @public
 */
export type CheckStanding = {
  standing: Standing;
  /** value / value of the window before − 1, where the check is of a change and both are known. */
  change?: number;
};

/**
 * Compares a value, or its change, with the limits of a check. What has no value is unmeasured, or stale if it had one that is
 * reported no more.
 *
 * @public
 */
export function checkStanding(
  check: Pick<HealthCheck, 'of' | 'target' | 'floor'>,
  betterWhen: MetricDefinition['betterWhen'],
  value: MetricValue | undefined,
  previous?: MetricValue,
): CheckStanding {
  if (value?.state === 'stale') {
    return { standing: 'stale' };
  }
  if (value?.value === undefined) {
    return { standing: 'unmeasured' };
  }
  if (check.of === 'value') {
    return { standing: compare(value.value, check, betterWhen) };
  }
  if (!previous?.value) {
    return { standing: 'unmeasured' };
  }
  const change = value.value / previous.value - 1;
  return { standing: compare(change, check, betterWhen), change };
}

function compare(
  number: number,
  { target, floor }: Pick<HealthCheck, 'target' | 'floor'>,
  betterWhen: MetricDefinition['betterWhen'],
): Standing {
  const sign = betterWhen === 'higher' ? 1 : -1;
  if (sign * number >= sign * target) {
    return 'meets';
  }
  return sign * number >= sign * floor ? 'watch' : 'below';
}
