export {
  DistributionPlot,
  type DistributionPlotProps,
} from './DistributionPlot';
export type { DistributionItem, DistributionMark } from './types';
