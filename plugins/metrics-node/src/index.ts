/**
 * How backend plugins publish to and read the metric store.
 *
 * @packageDocumentation
 */
export type {
  MetricStoreService,
  MetricStoreServiceOptions,
} from './MetricStoreService';
export { metricStoreServiceRef } from './metricStoreServiceRef';
