/**
 * Snapshots of the portfolio, initiatives, debt and reports for the executive views.
 *
 * @packageDocumentation
 */
export { executivePlugin as default } from './plugin';
