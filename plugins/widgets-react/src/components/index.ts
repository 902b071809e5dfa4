export * from './WidgetFrame';
