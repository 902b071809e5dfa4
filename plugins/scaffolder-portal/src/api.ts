import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  ScaffolderPortalClient,
  type ScaffolderPortalApi,
} from '@portal/plugin-scaffolder-portal-common';

/**
 * Prices, previews and statistics of software templates.
 *
 * @public
 */
export const scaffolderPortalApiRef = createApiRef<ScaffolderPortalApi>().with({
  id: 'plugin.scaffolder-portal.service',
  pluginId: 'scaffolder-portal',
});

/** Serves {@link scaffolderPortalApiRef} with the HTTP client. */
export const scaffolderPortalApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: scaffolderPortalApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ScaffolderPortalClient({ discoveryApi, fetchApi }),
    }),
});
