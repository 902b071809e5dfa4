export { axisTicks, labelledPoints, linePaths, type Spot } from './geometry';
export type { SeriesPoint } from './SeriesPoint';
export { toCsv } from './toCsv';
