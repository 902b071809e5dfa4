/**
 * What happens in repositories, in the backend.
 *
 * @packageDocumentation
 */
export { activityPlugin as default } from './plugin';
