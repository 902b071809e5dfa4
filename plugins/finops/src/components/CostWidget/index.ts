export { CostWidget } from './CostWidget';
