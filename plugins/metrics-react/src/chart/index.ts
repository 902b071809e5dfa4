export { axisTicks, labelledPoints, linePaths, type Spot } from './geometry';
export { seriesColumns } from './seriesColumns';
export { spreadLabels } from './spreadLabels';
export type { SeriesPoint } from './SeriesPoint';
