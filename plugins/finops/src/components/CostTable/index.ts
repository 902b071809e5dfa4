export { CostTable, drill } from './CostTable';
