export {
  gridOption,
  markLines,
  plotMargin,
  textStyle,
  valueAxis,
} from './baseOption';
export { Chart, type ChartProps } from './Chart';
export type { ChartPlan, ChartReach, ChartStop, ChartTheme } from './types';
