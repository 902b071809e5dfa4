export { CostContent, type CostContentProps } from './CostContent';
export { EntityCost } from './EntityCost';
