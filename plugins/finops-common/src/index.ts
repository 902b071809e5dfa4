/**
 * FOCUS columns, exact amounts, allocation maths, permissions and client of the cost of entities.
 *
 * @packageDocumentation
 */
export * from './costs/CostDimension';
export * from './costs/CostsAnswer';
export * from './amounts';
export * from './focus/FocusLine';
export * from './imports/CostImport';
export * from './permissions';
