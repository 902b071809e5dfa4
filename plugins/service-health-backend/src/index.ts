/**
 * The backend of service health.
 *
 * @packageDocumentation
 */
export { serviceHealthPlugin as default } from './plugin';
