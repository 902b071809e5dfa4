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
import { HangingRuns } from './limits/HangingRuns';
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
        scheduler: coreServices.scheduler,
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
        const hanging = HangingRuns.create({ ...deps, ...settings, client });
        await deps.scheduler.scheduleTask({
          id: 'portal-end-hanging-runs',
          frequency: { seconds: 10 },
          // The scaffolder makes its tables after this.
          initialDelay: { seconds: 30 },
          timeout: { minutes: 1 },
          scope: 'global',
          fn: () => hanging.end(),
        });
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
