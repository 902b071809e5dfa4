/**
 * The service that tells backend plugins which widgets there are.
 *
 * @packageDocumentation
 */
export {
  provideWidgetDefinitions,
  widgetDefinitionsServiceRef,
} from './widgetDefinitionsServiceRef';
