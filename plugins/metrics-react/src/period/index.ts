export {
  compareParam,
  comparisonPeriod,
  describeComparison,
  describePrevious,
  previousPeriod,
  readComparison,
  writeComparison,
} from './comparison';
export * from './period';
export { usePeriod, type PeriodOfPage } from './usePeriod';
