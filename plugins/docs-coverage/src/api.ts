import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  DocsCoverageClient,
  type DocsCoverageApi,
} from '@portal/plugin-docs-coverage-common';

/**
 * Reads what is documented.
 *
 * @public
 */
export const docsCoverageApiRef = createApiRef<DocsCoverageApi>().with({
  id: 'plugin.docs-coverage.service',
  pluginId: 'docs-coverage',
});

/** Serves {@link docsCoverageApiRef} with the HTTP client. */
export const docsCoverageApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: docsCoverageApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new DocsCoverageClient({ discoveryApi, fetchApi }),
    }),
});
