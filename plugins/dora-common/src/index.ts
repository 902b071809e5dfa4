/**
 * Delivery records, what is calculated from them, and how other packages ask for it.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './attribution';
export { doraMetricDefinitions } from './definitions';
export * from './devlake';
export * from './DoraApi';
export { DoraClient, type DoraClientOptions } from './DoraClient';
export * from './environments';
export * from './events';
export * from './evidence';
export * from './metrics';
export * from './overview';
export * from './parsing';
export * from './permissions';
export * from './quickCheck';
export * from './records';
export * from './reports';
export * from './search';
export * from './tiers';
export * from './triage';
export * from './widgets';
