export { useCarbon } from './useCarbon';
export {
  costValueKinds,
  useCostValues,
  type CostValueKind,
} from './useCostValues';
export { useCountedMetrics } from './useCountedMetrics';
export { useCosts, useQuestion, type Question } from './useCosts';
export { useForecast } from './useForecast';
