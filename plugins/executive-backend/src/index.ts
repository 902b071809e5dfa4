/**
 * The portfolio day by day, questions, success and reports for the executive views.
 *
 * @packageDocumentation
 */
export { executivePlugin as default } from './plugin';
