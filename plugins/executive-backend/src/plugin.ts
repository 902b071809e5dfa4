import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { PermissionAccess } from '@portal/backend-access';
import { metricStoreServiceRef } from '@portal/plugin-metrics-node';
import { orgHistoryServiceRef, OrgTree } from '@portal/plugin-org-history-node';
import { registerActions } from './actions/registerActions';
import { addNodePermissions } from './access/addNodePermissions';
import { DefaultExecutiveAccess } from './access/DefaultExecutiveAccess';
import { NodeReaders } from './access/NodeReaders';
import { readExecutiveConfig } from './config';
import { applyMigrations } from './database/applyMigrations';
import { createInsights } from './insights/createInsights';
import { createPortfolio } from './portfolio/createPortfolio';
import { createReports } from './reports/createReports';
import { createRouter } from './router';
import { createStewardship } from './stewardship/createStewardship';

/**
 * The portfolio: what is known of the organisation, day by day, and what is done about it.
 *
 * @public
 */
export const executivePlugin = createBackendPlugin({
  pluginId: 'executive',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        metricStore: metricStoreServiceRef,
        notifications: notificationService,
        orgHistory: orgHistoryServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const client = await applyMigrations(deps.database);
        const tree = OrgTree.create({ history: deps.orgHistory });
        const readers = NodeReaders.create({ client, tree });
        const access = DefaultExecutiveAccess.create({
          ...deps,
          permissionAccess: PermissionAccess.create(deps),
          readers,
        });
        // What every room is given: `createX(rooms)` makes its services and its router.
        const rooms = {
          ...deps,
          ...readExecutiveConfig(deps.config),
          access,
          client,
          tree,
        };
        const portfolio = await createPortfolio(rooms);
        const reading = {
          ...rooms,
          context: portfolio.context,
          metricStore: portfolio.metricStore,
          snapshots: portfolio.snapshots,
        };
        const stewardship = await createStewardship({
          ...reading,
          exemptions: portfolio.exemptions,
          nodes: portfolio.nodes,
        });
        const pages = { ...portfolio.pages, ...stewardship.pages };
        const insights = await createInsights({ ...reading, pages });
        const reports = await createReports({
          ...reading,
          pages: { ...pages, ...insights.pages },
        });
        addNodePermissions({ ...deps, readers });
        registerActions(deps);
        deps.httpRouter.use(
          createRouter({
            rooms: [
              portfolio.router,
              stewardship.router,
              insights.router,
              reports.router,
            ],
          }),
        );
      },
    });
  },
});
