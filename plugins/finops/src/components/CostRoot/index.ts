export { CostRoot } from './CostRoot';
