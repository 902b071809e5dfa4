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
import { createGetDocumentationUsageAction } from './actions/createGetDocumentationUsageAction';
import { readDocsCoverageConfig } from './config';
import { applyMigrations } from './database/applyMigrations';
import { DatabaseDocsCoverageStore } from './database/DatabaseDocsCoverageStore';
import { DatabaseUsageStore } from './database/DatabaseUsageStore';
import { DeploymentReader } from './freshness/DeploymentReader';
import { FreshnessAssessor } from './freshness/FreshnessAssessor';
import { CoveragePublisher } from './publish/CoveragePublisher';
import { createRouter } from './router';
import { CatalogReader } from './scan/CatalogReader';
import { DocsScanner } from './scan/DocsScanner';
import { SiteReader } from './scan/SiteReader';
import { DocsCoverage } from './services/DocsCoverage';
import { DocumentationUsage } from './services/DocumentationUsage';
import { dayBefore } from './usage/dayBefore';

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
        const { goal, limits, rules, schedule, staleAfterDays, usage } =
          readDocsCoverageConfig(deps.config);
        const client = await applyMigrations(deps.database);
        const store = DatabaseDocsCoverageStore.create({ client });
        const usageStore = DatabaseUsageStore.create({ client });
        const access = PermissionAccess.create(deps);
        const catalogAccess = CatalogAccess.create(deps);
        const docsCoverage = DocsCoverage.create({
          access,
          catalogAccess,
          goal,
          staleAfterDays,
          store,
        });
        const documentationUsage = DocumentationUsage.create({
          access,
          catalog: deps.catalog,
          catalogAccess,
          enabled: usage.enabled,
          store: usageStore,
        });
        const publisher = CoveragePublisher.create({ metrics, store });
        const assessor = FreshnessAssessor.create({
          deployments: DeploymentReader.create(deps),
          logger,
          staleAfterDays,
          store,
        });
        const scanner = DocsScanner.create({
          limits,
          logger,
          reader: CatalogReader.create(deps),
          rules,
          sites: SiteReader.create(deps),
          store,
        });

        deps.permissionsRegistry.addPermissions(docsCoveragePermissions);
        deps.httpRouter.use(
          createRouter({ docsCoverage, documentationUsage, httpAuth }),
        );
        createGetDocumentationCoverageAction({ actionsRegistry, docsCoverage });
        createGetDocumentationUsageAction({
          actionsRegistry,
          documentationUsage,
        });
        await deps.scheduler.scheduleTask({
          id: 'docs-coverage-scan',
          ...schedule,
          scope: 'global',
          fn: async signal => {
            await scanner.scan(signal);
            await assessor.assess(signal);
            await publisher.publish(signal);
          },
        });
        // Also where nothing is counted any more: what was counted before must still go.
        await deps.scheduler.scheduleTask({
          id: 'docs-coverage-usage-retention',
          frequency: { hours: 6 },
          initialDelay: schedule.initialDelay,
          timeout: { minutes: 10 },
          scope: 'global',
          fn: () => usageStore.deleteBefore(dayBefore(usage.retentionDays - 1)),
        });
      },
    });
  },
});
