import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { FinopsClient, type FinopsApi } from '@portal/plugin-finops-common';

/**
 * Reads cost, and what is done about it.
 *
 * @public
 */
export const finopsApiRef = createApiRef<FinopsApi>().with({
  id: 'plugin.finops.service',
  pluginId: 'finops',
});

/** Serves {@link finopsApiRef} with the HTTP client. */
export const finopsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: finopsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new FinopsClient({ discoveryApi, fetchApi }),
    }),
});
