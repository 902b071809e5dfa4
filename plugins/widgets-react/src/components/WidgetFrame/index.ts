export { WidgetFrame, type WidgetFrameProps } from './WidgetFrame';
export { WidgetSkeleton } from './WidgetSkeleton';
