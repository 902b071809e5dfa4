/**
 * Cost lines in the FOCUS format, their allocation to entities, budgets, forecasts and statements.
 *
 * @packageDocumentation
 */
export { finopsPlugin as default } from './plugin';
