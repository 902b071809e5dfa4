/**
 * The backend of the metric store.
 *
 * @packageDocumentation
 */
export { metricsPlugin as default } from './plugin';
