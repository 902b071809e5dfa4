export { CostTreemap } from './CostTreemap';
