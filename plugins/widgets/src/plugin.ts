import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { widgetRegistryApi } from './registry';
import { widgets } from './widgets';

/**
 * The registry of widgets, and those that belong to no other plugin.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'widgets',
  title: 'Widgets',
  extensions: [widgetRegistryApi, ...widgets],
});
