/**
 * The contract of every figure in the portal, the maths of roll-ups, and the client of the metric store.
 *
 * @packageDocumentation
 */
export { comparisons, type Comparison } from './comparison';
export * from './days';
export * from './MetricDefinition';
export * from './MetricParts';
export * from './MetricsApi';
export { MetricsClient, type MetricsClientOptions } from './MetricsClient';
export type { MetricState, MetricUnit, MetricValue } from './MetricValue';
export type { Period } from './Period';
export * from './permissions';
export * from './rollup';
export * from './scopes';
export * from './widgets';
export * from './format';
