import type { MetricValue } from '@portal/plugin-metrics-common';
import { doraMetricIds, type DoraMetrics } from '../api';
import { doraMetricDefinitions } from '../definitions';

/**
 * What is known about an entity's delivery apart from the figures.
 *
 * - `ok`: facts are there and their source is heard.
 * - `stale`: facts are there, the source was last read too long ago.
 * - `not-configured`: no facts, and nothing says where they would come from.
 * - `pending`: a repository is named and is being read for the first time.
 * - `source-error`: a repository is named and cannot be read; nothing older is known.
 *
 * @public
 */
export type DeliveryState =
  | { state: 'ok' | 'not-configured' | 'pending' }
  | { state: 'stale'; since: string; error?: string }
  | { state: 'source-error'; since: string; error: string };

/**
 * Puts what is known about the source on the five values: without facts it replaces them, with facts that are old
 * it marks them and keeps them.
 *
 * @public
 */
export function withDeliveryState(
  metrics: DoraMetrics,
  delivery: DeliveryState,
): DoraMetrics {
  if (delivery.state === 'ok') {
    return metrics;
  }
  const result = { ...metrics };
  for (const id of doraMetricIds) {
    result[id] =
      delivery.state === 'stale'
        ? staleValue(metrics[id], delivery)
        : missingValue(metrics[id], delivery);
  }
  return result;
}

/**
 * The five values of an entity of which nothing is known.
 *
 * @public
 */
export function missingMetrics(
  delivery: Exclude<DeliveryState, { state: 'ok' | 'stale' }>,
): DoraMetrics {
  const empty = Object.fromEntries(
    doraMetricDefinitions.map(definition => [
      definition.id,
      { state: 'ok', unit: definition.unit, sampleSize: 0 },
    ]),
  ) as DoraMetrics;
  return withDeliveryState(empty, delivery);
}

function staleValue(
  value: MetricValue,
  delivery: { since: string; error?: string },
): MetricValue {
  if (value.value === undefined) {
    return value;
  }
  return {
    ...value,
    state: 'stale',
    since: delivery.since,
    cure:
      delivery.error ??
      'The repository has not been read since then: see the sources of this entity.',
  };
}

function missingValue(
  value: MetricValue,
  delivery: DeliveryState,
): MetricValue {
  const bare = { unit: value.unit, sampleSize: 0 };
  if (delivery.state === 'source-error') {
    const { since, error } = delivery;
    return { ...bare, state: 'source-error', since, cure: error };
  }
  if (delivery.state === 'pending') {
    return {
      ...bare,
      state: 'insufficient-data',
      have: 0,
      need: 1,
      cure: 'The first read of the repository is under way: look again in a few minutes.',
    };
  }
  return {
    ...bare,
    state: 'not-configured',
    cure: 'Name the Git repository in the annotation portal/delivery-git of this component, or import its delivery records.',
  };
}
