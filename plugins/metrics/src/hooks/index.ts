export { useKeptFigure } from './useKeptFigure';
export { useMetricTable } from './useMetricTable';
