import { createApiRef } from '@backstage/frontend-plugin-api';
import type { MetricsApi } from '@portal/plugin-metrics-common';

/**
 * Reads the metric store. Questions of several tiles go in one request.
 *
 * @public
 */
export const metricsApiRef = createApiRef<MetricsApi>().with({
  id: 'plugin.metrics.service',
  pluginId: 'metrics',
});
