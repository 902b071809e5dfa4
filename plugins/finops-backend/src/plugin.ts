import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { PermissionAccess } from '@portal/backend-access';
import { finopsPermissions } from '@portal/plugin-finops-common';
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
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        orgHistory: orgHistoryServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
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
        deps.httpRouter.use(
          createRouter({
            ...deps,
            ...settings,
            access,
            changes: ChangeReader.create(reading),
            costs: DefaultCostReader.create(reading),
            importer,
            imports: ImportReader.create({ client }),
            lines: LineReader.create(reading),
          }),
        );
      },
    });
  },
});
