import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultRepositoriesService } from './DefaultRepositoriesService';
import { readRepositoriesConfig } from './readRepositoriesConfig';
import type { RepositoriesService } from './RepositoriesService';

/**
 * The portal's own Git repositories, for a backend plugin that publishes or reads them.
 *
 * @public
 */
export const repositoriesServiceRef = createServiceRef<RepositoriesService>({
  id: 'portal.repositories',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) =>
        DefaultRepositoriesService.create(readRepositoriesConfig(config)),
    }),
});
