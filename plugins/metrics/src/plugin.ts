import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { answerMemoryApi, metricsApi } from './api';
import { widgets } from './widgets';

/**
 * The metric store in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'metrics',
  title: 'Metrics',
  extensions: [metricsApi, answerMemoryApi, ...widgets],
});
