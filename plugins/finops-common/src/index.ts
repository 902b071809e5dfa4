/**
 * FOCUS columns, exact amounts, allocation maths, permissions and client of the cost of entities.
 *
 * @packageDocumentation
 */
export * from './amounts';
export * from './focus';
export * from './permissions';
