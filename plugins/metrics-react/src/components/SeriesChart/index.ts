export { SeriesChart, type SeriesChartProps } from './SeriesChart';
export type { ChartSeries, SeriesMark } from './seriesPlan';
