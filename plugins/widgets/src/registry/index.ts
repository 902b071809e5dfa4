export { widgetRegistryApi } from './widgetRegistryApi';
