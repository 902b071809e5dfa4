export { MetricWidget, type MetricWidgetProps } from './MetricWidget';
export {
  EnvironmentMetric,
  type EnvironmentMetricProps,
} from './EnvironmentMetric';
export { BoardMetric } from './BoardMetric';
