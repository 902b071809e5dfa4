/**
 * FOCUS columns, exact amounts, allocation maths, permissions and client of the cost of entities.
 *
 * @packageDocumentation
 */
export * from './costs/CostDimension';
export * from './costs/CostsAnswer';
export * from './focus/FocusLine';
export * from './imports/CostImport';
export * from './permissions';
export * from './budgets/Budget';
export * from './forecast/CostForecast';
export * from './anomalies/CostAnomaly';
export * from './statements/Statement';
export * from './recommendations/Recommendation';
export * from './costs/CostChangesAnswer';
export * from './costs/CostLine';
export * from './costs/FinopsApi';
export { FinopsClient, type FinopsClientOptions } from './costs/FinopsClient';
export * from './widgets/costWidgets';
