/**
 * FOCUS columns, exact amounts, allocation maths, permissions and client of the cost of entities.
 *
 * @packageDocumentation
 */
export * from './costs/CostDimension';
export * from './costs/CostsAnswer';
export * from '@portal/amounts';
export * from './focus/FocusLine';
export * from './imports/CostImport';
export * from './focus';
export * from './permissions';
export * from './budgets/Budget';
export * from './forecast/CostForecast';
export * from './anomalies/CostAnomaly';
export * from './statements/Statement';
export * from './recommendations/Recommendation';
export * from './costs/FinopsApi';
export * from './unitCosts/UnitCost';
export { FinopsClient, type FinopsClientOptions } from './costs/FinopsClient';
export * from './widgets/costWidgets';
export * from './budgets/budgetPeriodOf';
export * from './budgets/budgetStateOf';
export * from './statements/adjustStatement';
export * from './statements/canonicalStatement';
export * from './statements/roundToTotal';
export * from './statements/statementCsv';
export * from './statements/totalsOfLines';
export * from './forecast/backtest';
export * from './forecast/forecastCosts';
export * from './forecast/seasonalNaive';
export * from './anomalies/scoreLastDay';
export * from './recommendations/SavingFact';
export * from './recommendations/instanceFamilies';
export * from './recommendations/realisedSaving';
export * from './recommendations/savingRules';
export * from './changes/CostChanges';
export * from './changes/explainCostChange';
export * from './lines/CostLine';
export * from './allocation';
export * from './carbon';
