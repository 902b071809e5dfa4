import { createApiRef } from '@backstage/frontend-plugin-api';
import type { ServiceHealthApi } from '@portal/plugin-service-health-common';

/**
 * Tells how services are doing.
 *
 * @public
 */
export const serviceHealthApiRef = createApiRef<ServiceHealthApi>().with({
  id: 'plugin.service-health.service',
  pluginId: 'service-health',
});
