import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { CatalogAccess, PermissionAccess } from '@portal/backend-access';
import { docsCoveragePermissions } from '@portal/plugin-docs-coverage-common';
import { metricStoreServiceRef } from '@portal/plugin-metrics-node';
import { createGetDocumentationCoverageAction } from './actions/createGetDocumentationCoverageAction';
import { readDocsCoverageConfig } from './config';
import { applyMigrations } from './database/applyMigrations';
import { DatabaseDocsCoverageStore } from './database/DatabaseDocsCoverageStore';
import { CoveragePublisher } from './publish/CoveragePublisher';
import { createRouter } from './router';
import { CatalogReader } from './scan/CatalogReader';
import { DocsScanner } from './scan/DocsScanner';
import { SiteReader } from './scan/SiteReader';
import { DocsCoverage } from './services/DocsCoverage';

/**
 * What is documented and what is not.
 *
 * @public
 */
export const docsCoveragePlugin = createBackendPlugin({
  pluginId: 'docs-coverage',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        metrics: metricStoreServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { actionsRegistry, httpAuth, logger, metrics } = deps;
        const { goal, limits, rules, schedule } = readDocsCoverageConfig(
          deps.config,
        );
        const client = await applyMigrations(deps.database);
        const store = DatabaseDocsCoverageStore.create({ client });
        const docsCoverage = DocsCoverage.create({
          access: PermissionAccess.create(deps),
          catalogAccess: CatalogAccess.create(deps),
          goal,
          store,
        });
        const publisher = CoveragePublisher.create({ metrics, store });
        const scanner = DocsScanner.create({
          limits,
          logger,
          reader: CatalogReader.create(deps),
          rules,
          sites: SiteReader.create(deps),
          store,
        });

        deps.permissionsRegistry.addPermissions(docsCoveragePermissions);
        deps.httpRouter.use(createRouter({ docsCoverage, httpAuth }));
        createGetDocumentationCoverageAction({ actionsRegistry, docsCoverage });
        await deps.scheduler.scheduleTask({
          id: 'docs-coverage-scan',
          ...schedule,
          scope: 'global',
          fn: async signal => {
            await scanner.scan(signal);
            await publisher.publish(signal);
          },
        });
      },
    });
  },
});
