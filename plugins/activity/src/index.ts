/**
 * Activity of repositories in the browser.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
export { activityApiRef } from './api';
