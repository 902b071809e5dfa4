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
import { createAllocation } from './allocation/createAllocation';
import { createCarbon } from './carbon/createCarbon';
import { readFinopsConfig } from './config';
import { ChangeReader } from './costs/ChangeReader';
import { DefaultCostReader } from './costs/DefaultCostReader';
import { LineReader } from './costs/LineReader';
import { StoreFacts } from './costs/StoreFacts';
import { dropOldMonths } from './database/dropOldMonths';
import { applyMigrations } from './database/applyMigrations';
import { loadExchangeRates } from './exchange/loadExchangeRates';
import { AfterImports } from './import/AfterImports';
import { DatabaseCostImporter } from './import/DatabaseCostImporter';
import { ImportReader } from './import/ImportReader';
import { createRouter } from './router';
import { SourceStateStore } from './sources/SourceStateStore';
import { startSources } from './sources/startSources';
import { createSteering, tasksAfterImports } from './steering/createSteering';
import { triggerTasks } from './steering/triggerTasks';

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
        const rooms = { ...deps, ...settings, access, client, facts, tree };
        const changes = ChangeReader.create(rooms);
        const costs = DefaultCostReader.create(rooms);
        const allocation = await createAllocation(rooms);
        const importer = DatabaseCostImporter.create({
          ...settings,
          client,
          allocator: allocation.allocator,
          onImported: AfterImports.create({
            quiet: 20_000,
            call: () => triggerTasks(deps.scheduler, tasksAfterImports),
          }).note,
        });
        if (!settings.demo) {
          await importer.removeDemo();
        }

        await loadExchangeRates(client, deps.config);
        const sourceStates = SourceStateStore.create({ client });
        await startSources({
          ...rooms,
          importer: {
            import: async (bytes, file) =>
              importer.import({
                ...file,
                bytes,
                kind: 'url',
                demo: false,
                importedBy: `source:${file.source}`,
              }),
          },
          store: sourceStates,
        });
        const { retentionMonths: keep } = settings;
        if (keep !== undefined) {
          await deps.scheduler.scheduleTask({
            id: 'finops-drop-old-months',
            frequency: { hours: 24 },
            initialDelay: { minutes: 5 },
            timeout: { hours: 1 },
            scope: 'global',
            fn: async signal => {
              await dropOldMonths(client, {
                keep,
                signal: signal as AbortSignal,
              });
            },
          });
        }
        deps.permissionsRegistry.addPermissions(finopsPermissions);
        deps.httpRouter.use(
          createRouter({
            ...rooms,
            changes,
            costs,
            importer,
            imports: ImportReader.create({ client }),
            lines: LineReader.create(rooms),
            sourceStates,
            rooms: [
              allocation.router,
              await createCarbon(rooms),
              await createSteering({ ...rooms, changes, costs }),
            ],
          }),
        );
      },
    });
  },
});
