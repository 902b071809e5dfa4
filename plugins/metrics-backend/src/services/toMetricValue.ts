import {
  startOfDay,
  valueOfParts,
  type MetricDefinition,
  type MetricParts,
  type MetricValue,
} from '@portal/plugin-metrics-common';
import type { StoredValue } from './MetricStore';

/** A published window, as views get it. */
export function ofWindow(
  definition: MetricDefinition,
  stored: StoredValue,
): MetricValue {
  const { value, sampleSize, have, need, cure, since } = stored;
  const found: MetricValue = {
    state: stored.state ?? 'ok',
    ...(value !== undefined && { value }),
    unit: definition.unit,
    sampleSize,
    ...(have !== undefined && { have }),
    ...(need !== undefined && { need }),
    ...(cure !== undefined && { cure }),
    ...(since !== undefined && { since }),
  };
  return withReport(found, definition, stored.lastDay);
}

/** What parts make of a period of `days`. */
export function ofParts(
  definition: MetricDefinition,
  parts: MetricParts,
  days: number,
  lastDay?: number,
): MetricValue {
  const value = valueOfParts({ definition, parts, days });
  return withReport(value, definition, lastDay);
}

/** The value of an entity that was reported before, and not in the asked period. */
export function notReported(
  definition: MetricDefinition,
  lastDay?: number,
): MetricValue {
  const { unit } = definition;
  const value: MetricValue = {
    state: 'insufficient-data',
    unit,
    sampleSize: 0,
    have: 0,
    need: 1,
  };
  return withReport(value, definition, lastDay);
}

/** The value of an entity of which nothing was ever reported. */
export function neverReported(definition: MetricDefinition): MetricValue {
  return {
    state: 'not-configured',
    unit: definition.unit,
    sampleSize: 0,
    cure: `${definition.title} was never reported of it; connect a source of ${definition.sample}`,
  };
}

/**
 * As `value`, but stale since the end of the last reported day, if one is given. A source that is known to fail or not
 * to be there stays the reason.
 */
export function withReport(
  value: MetricValue,
  definition: MetricDefinition,
  lastDay: number | undefined,
): MetricValue {
  const isKnownReason =
    value.state === 'source-error' || value.state === 'not-configured';
  if (lastDay === undefined || isKnownReason) {
    return value;
  }
  return {
    ...value,
    state: 'stale',
    since: new Date(startOfDay(lastDay + 1)).toISOString(),
    cure: `${definition.title} has not been reported since; check the source of ${definition.sample}`,
  };
}
