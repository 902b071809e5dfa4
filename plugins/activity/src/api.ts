import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  ActivityClient,
  type ActivityApi,
} from '@portal/plugin-activity-common';

/**
 * Tells what happens in repositories.
 *
 * @public
 */
export const activityApiRef = createApiRef<ActivityApi>().with({
  id: 'plugin.activity.service',
  pluginId: 'activity',
});

/** Serves {@link activityApiRef} with the HTTP client. */
export const activityApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: activityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ActivityClient({ discoveryApi, fetchApi }),
    }),
});
