import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { doraPermissions } from '@portal/plugin-dora-common';
import { registerActions } from './actions/registerActions';
import { readDoraConfig } from './config';
import { applyMigrations } from './database/applyMigrations';
import { DatabaseDeliveryStore } from './database/DatabaseDeliveryStore';
import { DatabaseSettingsStore } from './database/DatabaseSettingsStore';
import { DatabaseSourceStatusStore } from './database/DatabaseSourceStatusStore';
import { DerivationWorker } from './derive/DerivationWorker';
import type { EnvironmentResolver } from './derive/EnvironmentResolver';
import { createRouter } from './router';
import { DatabaseDeliveryImporter } from './services/DatabaseDeliveryImporter';
import { DefaultDeliveryMetrics } from './services/DefaultDeliveryMetrics';
import { EntityAccess } from './services/EntityAccess';
import { createGitSource } from './sources/git';

/**
 * Delivery facts of components and the five DORA metrics.
 *
 * @public
 */
export const doraPlugin = createBackendPlugin({
  pluginId: 'dora',
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
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { actionsRegistry, auditor, httpAuth } = deps;
        const { demo, staleAfter, limits, waitLimit, attributionHours } =
          readDoraConfig(deps.config);
        const client = await applyMigrations(deps.database);
        const store = DatabaseDeliveryStore.create({ client });
        const metrics = DefaultDeliveryMetrics.create({ store, staleAfter });
        const environments: EnvironmentResolver = {
          resolve: () => ({ production: false }),
        };
        const attribution = { environments, attributionHours };
        const importer = DatabaseDeliveryImporter.create({
          client,
          attribution,
          waitLimit,
        });
        const worker = DerivationWorker.create({
          client,
          logger: deps.logger,
          attribution,
        });
        deps.lifecycle.addStartupHook(() => worker.start());
        deps.lifecycle.addShutdownHook(() => worker.stop());
        const access = EntityAccess.create({ ...deps, metrics });
        if (!demo) {
          await importer.removeDemoFacts();
        }

        deps.permissionsRegistry.addPermissions(doraPermissions);
        deps.httpRouter.use(
          createRouter({
            access,
            auditor,
            demo,
            httpAuth,
            importer,
            limits,
            metrics,
          }),
        );
        registerActions({ actionsRegistry, access, metrics });
        await createGitSource({
          ...deps,
          importer,
          settings: DatabaseSettingsStore.create({ knex: client }),
          statuses: DatabaseSourceStatusStore.create({ client }),
        });
      },
    });
  },
});
