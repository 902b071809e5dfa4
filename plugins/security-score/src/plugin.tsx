import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { securityScoreApi } from './api';

/**
 * Security in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'security-score',
  title: 'Security',
  extensions: [securityScoreApi],
});
