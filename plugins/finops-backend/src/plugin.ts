import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { PermissionAccess } from '@portal/backend-access';
import { finopsPermissions } from '@portal/plugin-finops-common';
import { metricStoreServiceRef } from '@portal/plugin-metrics-node';
import { orgHistoryServiceRef, OrgTree } from '@portal/plugin-org-history-node';
import { CostAccess } from './access/CostAccess';
import { readFinopsConfig } from './config';
import { ChangeReader } from './costs/ChangeReader';
import { DefaultCostReader } from './costs/DefaultCostReader';
import { LineReader } from './costs/LineReader';
import { StoreFacts } from './costs/StoreFacts';
import { applyMigrations } from './database/applyMigrations';
import { DatabaseCostImporter } from './import/DatabaseCostImporter';
import { ImportReader } from './import/ImportReader';
import { createRouter } from './router';
import { createSteering } from './steering/createSteering';

/**
 * What entities cost: lines in the FOCUS format, their allocation, budgets, forecasts and statements.
 *
 * @public
 */
export const finopsPlugin = createBackendPlugin({
  pluginId: 'finops',
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
        const settings = readFinopsConfig(deps.config);
        const client = await applyMigrations(deps.database);
        const tree = OrgTree.create({ history: deps.orgHistory });
        const access = CostAccess.create({
          permissions: PermissionAccess.create(deps),
          userInfo: deps.userInfo,
          tree,
        });
        const facts = StoreFacts.create({ client });
        const reading = { ...settings, access, client, facts, tree };
        const importer = DatabaseCostImporter.create({
          ...settings,
          client,
          allocator: {
            async allocate(_, __, { sourceId }) {
              return { version: 0, sourceIds: sourceId ? [sourceId] : [] };
            },
          },
        });
        if (!settings.demo) {
          await importer.removeDemo();
        }

        deps.permissionsRegistry.addPermissions(finopsPermissions);
        const changes = ChangeReader.create(reading);
        const costs = DefaultCostReader.create(reading);
        deps.httpRouter.use(
          await createSteering({
            ...deps,
            ...settings,
            access,
            changes,
            client,
            costs,
            tree,
          }),
        );
        deps.httpRouter.use(
          createRouter({
            ...deps,
            ...settings,
            access,
            changes,
            costs,
            importer,
            imports: ImportReader.create({ client }),
            lines: LineReader.create(reading),
          }),
        );
      },
    });
  },
});
