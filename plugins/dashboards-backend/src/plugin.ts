import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { PermissionAccess } from '@portal/backend-access';
import { githubHosts } from '@portal/github-rest';
import { dashboardsPermissions } from '@portal/plugin-dashboards-common';
import { widgetDefinitionsServiceRef } from '@portal/plugin-widgets-node';
import { registerActions } from './actions/registerActions';
import { readDashboardsConfig } from './config';
import { applyMigrations } from './database/applyMigrations';
import { DatabaseBoardStore } from './database/DatabaseBoardStore';
import { DatabaseHomeStore } from './database/DatabaseHomeStore';
import { DatabaseVersionStore } from './database/DatabaseVersionStore';
import { CommitReader } from './history/CommitReader';
import { VersionRecorder } from './history/VersionRecorder';
import { createRouter, schemaPath } from './router';
import { BoardService } from './services/BoardService';
import { ChangeNotifier } from './services/ChangeNotifier';
import { HistoryService } from './services/HistoryService';
import { HomeService } from './services/HomeService';
import { ReaderResolver } from './services/ReaderResolver';

/**
 * What people keep about dashboards, and the history of those in the catalog.
 *
 * @public
 */
export const dashboardsPlugin = createBackendPlugin({
  pluginId: 'dashboards',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
        widgets: widgetDefinitionsServiceRef,
      },
      async init(deps) {
        const { catalog, httpRouter } = deps;
        const settings = readDashboardsConfig(deps.config);
        const client = await applyMigrations(deps.database);
        const boardStore = DatabaseBoardStore.create({ client });
        const versions = DatabaseVersionStore.create({ client });
        const readers = ReaderResolver.create(deps);
        const notifier = ChangeNotifier.create(deps);
        const integrations = ScmIntegrations.fromConfig(deps.config);
        const recorder = VersionRecorder.create({
          ...deps,
          commits: CommitReader.create({
            ...deps,
            hosts: githubHosts(deps.config, integrations),
            integrations,
          }),
          notifier,
          store: versions,
        });

        deps.permissionsRegistry.addPermissions(dashboardsPermissions);
        httpRouter.use(
          createRouter({
            ...deps,
            access: PermissionAccess.create(deps),
            boards: BoardService.create({
              ...deps,
              notifier,
              store: boardStore,
            }),
            history: HistoryService.create({ catalog, store: versions }),
            homes: HomeService.create({
              boards: boardStore,
              catalog,
              defaults: settings.homes,
              store: DatabaseHomeStore.create({ client }),
            }),
            readers,
          }),
        );
        httpRouter.addAuthPolicy({
          path: schemaPath,
          allow: 'unauthenticated',
        });
        registerActions({ ...deps, readers });
        await deps.scheduler.scheduleTask({
          id: 'dashboards-record-versions',
          frequency: settings.frequency,
          initialDelay: settings.frequency,
          timeout: { minutes: 2 },
          scope: 'global',
          fn: async signal => {
            await recorder.record(signal);
          },
        });
      },
    });
  },
});
