export {
  comparisonPeriod,
  comparisons,
  describeComparison,
  describePrevious,
  previousPeriod,
  readComparison,
  writeComparison,
  type Comparison,
} from './comparison';
export * from './period';
export { usePeriod, type PeriodOfPage } from './usePeriod';
