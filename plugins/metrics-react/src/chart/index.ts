export { axisTicks, labelledPoints, linePaths, type Spot } from './geometry';
export { seriesColumns } from './seriesColumns';
export type { SeriesPoint } from './SeriesPoint';
