export { ChangeWords } from './ChangeWords';
export { OverviewMetrics } from './OverviewMetrics';
export { MetricBlock, type MetricBlockProps } from './MetricBlock';
