/**
 * The contract of a widget: its name, its settings and its size.
 *
 * @packageDocumentation
 */
export * from './announcements';
export { fillDefaults } from './fillDefaults';
export * from './grid';
export * from './standardWidgets';
export type { SettingSchema, SettingsSchema } from './SettingsSchema';
export type {
  WidgetDefinition,
  WidgetScope,
  WidgetSize,
} from './WidgetDefinition';
