export {
  daysOfPeriod,
  intervalOf,
  namedPeriods,
  periodNames,
  type CostPeriod,
  type Days,
} from './costPeriod';
export {
  groupingOf,
  groupings,
  groupingsOfService,
  noLines,
  orders,
  readCost,
  scopeKinds,
  shownMetrics,
  writeCost,
  type CostSelection,
  type Grouping,
  type ShownMetric,
} from './costSelection';
export { addDays, addMonths, monthOf, todayInUtc } from './days';
export { useCostSelection, type SelectionOfPage } from './useCostSelection';
