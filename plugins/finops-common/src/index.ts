/**
 * FOCUS columns, exact amounts, allocation maths, permissions and client of the cost of entities.
 *
 * @packageDocumentation
 */
export * from './focus/FocusLine';
export * from './permissions';
export * from './budgets/Budget';
export * from './forecast/CostForecast';
export * from './anomalies/CostAnomaly';
export * from './statements/Statement';
export * from './recommendations/Recommendation';
