export * from './errorBudget';
export * from './HealthState';
export * from './settleState';
export * from './StateSeconds';
