export { describeCell } from './describeCell';
export { loadMetricTable } from './loadMetricTable';
export type {
  MetricTable,
  TableCell,
  TableQuestion,
  TableRow,
} from './MetricTable';
export { numberOf, sortRows, type TableOrder } from './sortRows';
