export * from './period';
export { usePeriod } from './usePeriod';
