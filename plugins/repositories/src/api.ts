import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { RepositoriesClient } from '@portal/plugin-repositories-common';

/**
 * Reads the repositories that the portal keeps itself.
 *
 * @public
 */
export const repositoriesApiRef = createApiRef<
  Pick<RepositoriesClient, 'list' | 'get' | 'read'>
>().with({ id: 'plugin.repositories.service', pluginId: 'repositories' });

/** Serves {@link repositoriesApiRef} with the HTTP client. */
export const repositoriesApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: repositoriesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => RepositoriesClient.create(apis),
    }),
});
