import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { CatalogAccess, PermissionAccess } from '@portal/backend-access';
import { metricsPermissions } from '@portal/plugin-metrics-common';
import { orgHistoryServiceRef } from '@portal/plugin-org-history-node';
import { createGetMetricValuesAction } from './actions/createGetMetricValuesAction';
import { readMetricsConfig } from './config';
import { applyMigrations } from './database/applyMigrations';
import { DatabaseMetricStore } from './database/DatabaseMetricStore';
import { createRouter } from './router';
import { AliasService } from './services/AliasService';
import { BatchQueries } from './services/BatchQueries';
import { DefaultMetricPublisher } from './services/DefaultMetricPublisher';
import { DefaultMetricQueries } from './services/DefaultMetricQueries';
import { Freshness } from './services/Freshness';
import { MetricMembers } from './services/MetricMembers';
import { PublisherAccess } from './services/PublisherAccess';
import { RetentionService } from './services/RetentionService';
import { scheduleUpkeep } from './services/scheduleUpkeep';

/**
 * The metric store: what plugins publish and views read.
 *
 * @public
 */
export const metricsPlugin = createBackendPlugin({
  pluginId: 'metrics',
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
        orgHistory: orgHistoryServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { retentionDays, staleAfter } = readMetricsConfig(deps.config);
        const client = await applyMigrations(deps.database);
        const store = DatabaseMetricStore.create({ client });
        const entityAccess = CatalogAccess.create(deps);
        const queries = DefaultMetricQueries.create({
          freshness: Freshness.create({ staleAfter }),
          members: MetricMembers.create({ ...deps, entityAccess }),
          permissionAccess: PermissionAccess.create(deps),
          store,
        });
        const publisher = DefaultMetricPublisher.create({
          access: PublisherAccess.create(deps),
          retentionDays,
          store,
        });

        deps.permissionsRegistry.addPermissions(metricsPermissions);
        const batches = BatchQueries.create({ ...deps, queries });
        deps.httpRouter.use(
          createRouter({ ...deps, batches, publisher, queries }),
        );
        createGetMetricValuesAction({ ...deps, queries });
        await scheduleUpkeep({
          ...deps,
          aliases: AliasService.create({ ...deps, client }),
          retention: RetentionService.create({ client, retentionDays }),
        });
      },
    });
  },
});
