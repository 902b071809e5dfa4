export * from './HealthFormula';
export * from './Standing';
