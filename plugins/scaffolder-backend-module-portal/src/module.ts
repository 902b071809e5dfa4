import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderWorkspaceProviderExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import { repositoriesServiceRef } from '@portal/plugin-repositories-node';
import { createApprovalRequireAction } from './actions/createApprovalRequireAction';
import { createBoardWriteAction } from './actions/createBoardWriteAction';
import { createCatalogDescribeAction } from './actions/createCatalogDescribeAction';
import { createCatalogWaitAction } from './actions/createCatalogWaitAction';
import { createChangeOpenAction } from './actions/createChangeOpenAction';
import { createFetchPartAction } from './actions/createFetchPartAction';
import { createGitPublishAction } from './actions/createGitPublishAction';
import { changeRequestsExtensionPoint } from './changes/changeRequestsExtensionPoint';
import { ConnectedChangeRequests } from './changes/ConnectedChangeRequests';
import { readTemplatesConfig } from './readTemplatesConfig';
import { DatabaseWorkspaces } from './workspaces/DatabaseWorkspaces';

/**
 * The actions of the portal's templates.
 *
 * @public
 */
export const scaffolderModulePortal = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'portal',
  register(env) {
    const changeRequests = ConnectedChangeRequests.create();
    env.registerExtensionPoint(changeRequestsExtensionPoint, changeRequests);
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        reader: coreServices.urlReader,
        repositories: repositoriesServiceRef,
        workspaces: scaffolderWorkspaceProviderExtensionPoint,
      },
      async init(deps) {
        const client = await DatabaseWorkspaces.migrate(deps.database);
        deps.workspaces.addProviders({
          portal: DatabaseWorkspaces.create({ ...deps, client }),
        });
        const { actions, catalog, config, reader, repositories } = deps;
        const settings = readTemplatesConfig(config);
        const integrations = ScmIntegrations.fromConfig(config);
        actions.addActions(
          createFetchPartAction({ ...settings, integrations, reader }),
          createCatalogDescribeAction({ ...settings, catalog }),
          createCatalogWaitAction({ catalog }),
          createApprovalRequireAction({ ...deps, ...settings }),
          createBoardWriteAction(deps),
          createGitPublishAction({ ...settings, repositories }),
          createChangeOpenAction({
            changeRequests: () => changeRequests.get(),
          }),
        );
      },
    });
  },
});
