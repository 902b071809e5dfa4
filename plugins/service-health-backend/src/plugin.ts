import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { CatalogAccess, PermissionAccess } from '@portal/backend-access';
import { metricStoreServiceRef } from '@portal/plugin-metrics-node';
import { serviceHealthPermissions } from '@portal/plugin-service-health-common';
import { createGetServiceHealthAction } from './actions/createGetServiceHealthAction';
import { readServiceHealthConfig } from './config';
import { applyMigrations } from './database/applyMigrations';
import { CheckStore } from './database/CheckStore';
import { DayStore } from './database/DayStore';
import { HistoryStore } from './database/HistoryStore';
import { MaintenanceStore } from './database/MaintenanceStore';
import { ResultStore } from './database/ResultStore';
import { ProbeLoop } from './loop/ProbeLoop';
import { ChangeTeller } from './notify/ChangeTeller';
import { runProbe } from './probes/runProbe';
import { TargetGuard } from './probes/TargetGuard';
import { AvailabilityPublisher } from './publish/AvailabilityPublisher';
import { createRouter } from './router';
import { CheckImporter } from './services/CheckImporter';
import { HealthReader } from './services/HealthReader';
import { scheduleUpkeep } from './services/scheduleUpkeep';
import { tellBrowsers } from './notify/tellBrowsers';
import { WatchReader } from './watch/WatchReader';

/**
 * How services are doing: probes, external checks, states, uptime and error budgets.
 *
 * @public
 */
export const serviceHealthPlugin = createBackendPlugin({
  pluginId: 'service-health',
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
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricStoreServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const settings = readServiceHealthConfig(deps.config);
        const client = await applyMigrations(deps.database);
        const checks = CheckStore.create({ client });
        const results = ResultStore.create({ client, ...settings });
        const maintenance = MaintenanceStore.create({ client });
        const access = PermissionAccess.create(deps);
        const catalogAccess = CatalogAccess.create(deps);
        const reader = HealthReader.create({
          ...settings,
          access,
          catalogAccess,
          history: HistoryStore.create({ client }),
          maintenance,
        });
        if (!settings.demo) {
          await checks.removeDemo();
        }

        const onChanged = tellBrowsers(deps);
        deps.permissionsRegistry.addPermissions(serviceHealthPermissions);
        deps.httpRouter.use(
          createRouter({
            ...deps,
            access,
            catalogAccess,
            demo: settings.demo,
            importer: CheckImporter.create({ checks, results }),
            maintenance,
            onChanged,
            reader,
          }),
        );
        createGetServiceHealthAction({ ...deps, reader });

        const probing = {
          ...settings,
          guard: TargetGuard.create(settings),
          selfGuard: TargetGuard.create({
            allow: [new URL(settings.selfUrl).hostname],
          }),
        };
        const loop = ProbeLoop.create({
          ...settings,
          checks,
          results,
          logger: deps.logger,
          onChanged,
          run: check => runProbe(check, probing),
        });
        deps.lifecycle.addStartupHook(() => loop.start());
        deps.lifecycle.addShutdownHook(() => loop.stop());
        await scheduleUpkeep({
          client,
          days: DayStore.create({ client }),
          publisher: AvailabilityPublisher.create({ client, ...deps }),
          scheduler: deps.scheduler,
          teller: ChangeTeller.create({ client, ...deps }),
          watch: WatchReader.create({ ...deps, ...settings, checks }),
        });
      },
    });
  },
});
