export { deploymentMetrics } from './deploymentMetrics';
export {
  missingMetrics,
  withDeliveryState,
  type DeliveryState,
} from './deliveryState';
export { medianOf, middleOf, type MiddleValues } from './MiddleValues';
export type { PeriodFacts } from './PeriodFacts';
export {
  percentileCont,
  percentileRank,
  type PercentileRank,
} from './percentileCont';
export {
  trendPeriods,
  wholeTrendPeriods,
  type TrendPeriod,
} from './trendPeriods';
