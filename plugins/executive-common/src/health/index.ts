export * from './checkStanding';
export * from './comparablePillar';
export * from './comparedShares';
export * from './defaultPillars';
export * from './HealthFormula';
export * from './nodeHealthOf';
export * from './pillarStanding';
export * from './Standing';
