import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  SecurityScoreClient,
  type SecurityScoreApi,
} from '@portal/plugin-security-score-common';

/**
 * Reads findings and scores, and what is done about them.
 *
 * @public
 */
export const securityScoreApiRef = createApiRef<SecurityScoreApi>().with({
  id: 'plugin.security-score.service',
  pluginId: 'security-score',
});

/** Serves {@link securityScoreApiRef} with the HTTP client. */
export const securityScoreApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: securityScoreApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new SecurityScoreClient({ discoveryApi, fetchApi }),
    }),
});
