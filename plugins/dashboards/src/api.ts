import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  type DashboardsApi,
  DashboardsClient,
} from '@portal/plugin-dashboards-common';

/**
 * Reads and changes the boards that people keep, and reads the history of those in the catalog.
 *
 * @public
 */
export const dashboardsApiRef = createApiRef<DashboardsApi>().with({
  id: 'plugin.dashboards.service',
  pluginId: 'dashboards',
});

/** Serves {@link dashboardsApiRef} with the HTTP client. */
export const dashboardsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: dashboardsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new DashboardsClient({ discoveryApi, fetchApi }),
    }),
});
