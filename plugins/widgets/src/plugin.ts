import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { widgetRegistryApi } from './registry';

/**
 * The registry of widgets.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'widgets',
  title: 'Widgets',
  extensions: [widgetRegistryApi],
});
