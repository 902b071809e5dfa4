export { CostFilters } from './CostFilters';
export { PeriodChoice } from './PeriodChoice';
