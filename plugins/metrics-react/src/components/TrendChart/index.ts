export { TrendChart, type TrendChartProps } from './TrendChart';
export { TrendChartSkeleton } from './TrendChartSkeleton';
