export { CalendarHeatMap, type CalendarHeatMapProps } from './CalendarHeatMap';
export type { CalendarDay } from './calendarPlan';
