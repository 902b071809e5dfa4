import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  ExecutiveClient,
  type ExecutiveApi,
} from '@portal/plugin-executive-common';

/**
 * Reads the portfolio, and what is done about it.
 *
 * @public
 */
export const executiveApiRef = createApiRef<ExecutiveApi>().with({
  id: 'plugin.executive.service',
  pluginId: 'executive',
});

/** Serves {@link executiveApiRef} with the HTTP client. */
export const executiveApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: executiveApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ExecutiveClient({ discoveryApi, fetchApi }),
    }),
});
