import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { repositoriesServiceRef } from '@portal/plugin-repositories-node';
import { createCatalogDescribeAction } from './actions/createCatalogDescribeAction';
import { createFetchPartAction } from './actions/createFetchPartAction';
import { createGitPublishAction } from './actions/createGitPublishAction';
import { readTemplatesConfig } from './readTemplatesConfig';

/**
 * The actions of the portal's templates.
 *
 * @public
 */
export const scaffolderModulePortal = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'portal',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        reader: coreServices.urlReader,
        repositories: repositoriesServiceRef,
      },
      async init({ actions, config, reader, repositories }) {
        const settings = readTemplatesConfig(config);
        const integrations = ScmIntegrations.fromConfig(config);
        actions.addActions(
          createFetchPartAction({ ...settings, integrations, reader }),
          createCatalogDescribeAction(settings),
          createGitPublishAction({ ...settings, repositories }),
        );
      },
    });
  },
});
