export {
  BatchingMetrics,
  type BatchingMetricsOptions,
} from './BatchingMetrics';
export type { Figure, FigurePoint, FigureQuestion } from './Figure';
export { loadFigure } from './loadFigure';
export { metricsApiRef } from './metricsApiRef';
export { useFigure } from './useFigure';
export { useMetricDefinitions } from './useMetricDefinitions';
