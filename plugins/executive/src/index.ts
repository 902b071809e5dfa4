/**
 * The portfolio in the browser: health, questions, productivity, success and reports.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
export { executiveApiRef } from './api';
