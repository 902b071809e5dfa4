export { MetricWidget, type MetricWidgetProps } from './MetricWidget';
export { BoardMetric } from './BoardMetric';
