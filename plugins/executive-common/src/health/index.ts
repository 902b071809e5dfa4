export * from './checkStanding';
export * from './defaultPillars';
export * from './HealthFormula';
export * from './nodeHealthOf';
export * from './pillarStanding';
export * from './Standing';
