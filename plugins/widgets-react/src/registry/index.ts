export type { Widget } from './Widget';
export { WidgetBlueprint } from './WidgetBlueprint';
export type { WidgetProps } from './WidgetProps';
export {
  widgetRegistryApiRef,
  type WidgetRegistryApi,
} from './WidgetRegistryApi';
