/**
 * The backend of the delivery metrics.
 *
 * @packageDocumentation
 */
export { doraPlugin as default } from './plugin';
