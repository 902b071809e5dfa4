/**
 * The blueprint of a widget, the registry of widgets and the frame they stand in.
 *
 * @packageDocumentation
 */
export * from './components';
export * from './refresh';
export * from './registry';
