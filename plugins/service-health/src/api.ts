import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  ServiceHealthClient,
  type ServiceHealthApi,
} from '@portal/plugin-service-health-common';

/**
 * Tells how services are doing.
 *
 * @public
 */
export const serviceHealthApiRef = createApiRef<ServiceHealthApi>().with({
  id: 'plugin.service-health.service',
  pluginId: 'service-health',
});

/** Serves {@link serviceHealthApiRef} with the HTTP client. */
export const serviceHealthApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: serviceHealthApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ServiceHealthClient({ discoveryApi, fetchApi }),
    }),
});
