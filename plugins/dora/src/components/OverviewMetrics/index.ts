export { ChangeWords } from './ChangeWords';
export { OverviewMetrics } from './OverviewMetrics';
