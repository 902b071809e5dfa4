export { axisTicks, labelledPoints, linePaths, type Spot } from './geometry';
export { toSeries, type SeriesPoint } from './series';
export { toCsv } from './toCsv';
