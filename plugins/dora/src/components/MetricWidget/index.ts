export { MetricWidget, type MetricWidgetProps } from './MetricWidget';
