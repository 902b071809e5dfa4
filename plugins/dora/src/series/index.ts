export { toSeries } from './toSeries';
