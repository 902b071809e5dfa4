/**
 * Delivery tab and home page widget: the five DORA metrics with their trend.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
export { doraApiRef, doraTriageApiRef } from './api';
