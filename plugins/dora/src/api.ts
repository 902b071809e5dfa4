import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  DoraClient,
  type DoraApi,
  type DoraTriageApi,
} from '@portal/plugin-dora-common';

/**
 * Reads delivery metrics, deployments and their sources.
 *
 * @public
 */
export const doraApiRef = createApiRef<DoraApi>().with({
  id: 'plugin.dora.service',
  pluginId: 'dora',
});

/** Serves {@link doraApiRef} with the HTTP client. */
export const doraApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: doraApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new DoraClient({ discoveryApi, fetchApi }),
    }),
});

/**
 * Reads what tools reported and could not be used.
 *
 * @public
 */
export const doraTriageApiRef = createApiRef<DoraTriageApi>().with({
  id: 'plugin.dora.triage',
  pluginId: 'dora',
});

/** Serves {@link doraTriageApiRef} with the HTTP client. */
export const doraTriageApi = ApiBlueprint.make({
  name: 'triage',
  params: defineParams =>
    defineParams({
      api: doraTriageApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new DoraClient({ discoveryApi, fetchApi }),
    }),
});
