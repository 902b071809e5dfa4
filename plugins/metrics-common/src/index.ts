/**
 * The contract of every figure in the portal.
 *
 * @packageDocumentation
 */
export type { MetricAggregation, MetricDefinition } from './MetricDefinition';
export type { MetricState, MetricUnit, MetricValue } from './MetricValue';
export type { Period } from './Period';
