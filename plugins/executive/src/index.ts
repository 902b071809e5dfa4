/**
 * The portfolio in the browser: health, investment, productivity, debt, returns, success and reports.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
export { executiveApiRef } from './api';
