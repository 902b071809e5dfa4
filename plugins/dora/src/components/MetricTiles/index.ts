export { MetricTiles, tierFor, type MetricTilesProps } from './MetricTiles';
