import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { BackgroundPace, isThreadBusy } from '@portal/background-work';
import { doraPermissions } from '@portal/plugin-dora-common';
import { metricStoreServiceRef } from '@portal/plugin-metrics-node';
import { orgHistoryServiceRef } from '@portal/plugin-org-history-node';
import { repositoriesServiceRef } from '@portal/plugin-repositories-node';
import { webhookInboxServiceRef } from '@portal/plugin-webhooks-node';
import { registerActions } from './actions/registerActions';
import { readDoraConfig } from './config';
import { applyMigrations } from './database/applyMigrations';
import { DatabaseDeliveryStore } from './database/DatabaseDeliveryStore';
import { DatabaseOverviewStore } from './database/DatabaseOverviewStore';
import { DatabaseSettingsStore } from './database/DatabaseSettingsStore';
import { DatabaseSourceStatusStore } from './database/DatabaseSourceStatusStore';
import { DerivationWorker } from './derive/DerivationWorker';
import { DatabaseEvidenceStore } from './evidence/DatabaseEvidenceStore';
import { DatabaseRunningStore } from './environments/DatabaseRunningStore';
import { EnvironmentMatrices } from './environments/EnvironmentMatrices';
import { DefaultDeliveryEvidence } from './evidence/DefaultDeliveryEvidence';
import { scheduleNotifications } from './notify/scheduleNotifications';
import { DefaultDeliveryOverviews } from './overview/DefaultDeliveryOverviews';
import { ScopeMembers } from './overview/ScopeMembers';
import { DatabaseReportStore } from './reports/DatabaseReportStore';
import { DatabaseTriageStore } from './reports/DatabaseTriageStore';
import { EnvironmentMapping } from './reports/EnvironmentMapping';
import { readReportsConfig } from './reports/readReportsConfig';
import { removeDemoReports } from './reports/removeDemoReports';
import { startReports } from './reports/startReports';
import { MetricPublisher } from './publish/MetricPublisher';
import { schedulePublishing } from './publish/schedulePublishing';
import { RenameFollower } from './rename/RenameFollower';
import { createRouter } from './router';
import { DatabaseDeliveryImporter } from './services/DatabaseDeliveryImporter';
import { DefaultDeliveryMetrics } from './services/DefaultDeliveryMetrics';
import { EntityAccess } from './services/EntityAccess';
import { createReportParsers } from './sources/createReportParsers';
import { createGitSource } from './sources/git';
import {
  createGithubRestSource,
  DatabaseGithubRepositoryStore,
} from './sources/github-rest';
import { readSourceOptions } from './sources/readSourceOptions';

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
        inbox: webhookInboxServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metricStore: metricStoreServiceRef,
        notifications: notificationService,
        orgHistory: orgHistoryServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        repositories: repositoriesServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { actionsRegistry, auditor, httpAuth } = deps;
        const {
          demo,
          staleAfter,
          limits,
          waitLimit,
          attributionHours,
          publishFrequency,
        } = readDoraConfig(deps.config);
        const client = await applyMigrations(deps.database);
        const settings = DatabaseSettingsStore.create({ knex: client });
        const store = DatabaseDeliveryStore.create({ client });
        const metrics = DefaultDeliveryMetrics.create({ store, staleAfter });
        const { patterns, catalogFrequency } = readReportsConfig(deps.config);
        const environments = await EnvironmentMapping.create({
          client,
          patterns,
        });
        const attribution = { environments, attributionHours };
        const importer = DatabaseDeliveryImporter.create({
          client,
          attribution,
          waitLimit,
        });
        const isImporting = () => importer.isBusy;
        const worker = DerivationWorker.create({
          client,
          logger: deps.logger,
          attribution,
          isImporting,
        });
        deps.lifecycle.addStartupHook(() => worker.start());
        deps.lifecycle.addShutdownHook(() => worker.stop());
        const access = EntityAccess.create({ ...deps, metrics });
        const triageStore = DatabaseTriageStore.create({ client });
        const evidence = DefaultDeliveryEvidence.create({
          ...attribution,
          store: DatabaseEvidenceStore.create({ client }),
          unattributed: triageStore,
        });
        const overviewStore = DatabaseOverviewStore.create({ client });
        const members = ScopeMembers.create({
          auth: deps.auth,
          history: deps.orgHistory,
        });
        const matrices = EnvironmentMatrices.create({
          store: DatabaseRunningStore.create({ client }),
          members,
          environments,
        });
        const overviews = DefaultDeliveryOverviews.create({
          store: overviewStore,
          members,
        });
        if (!demo) {
          await importer.removeDemoFacts();
          await removeDemoReports(client);
        }

        deps.permissionsRegistry.addPermissions(doraPermissions);
        deps.httpRouter.use(
          createRouter({
            access,
            auditor,
            auth: deps.auth,
            catalog: deps.catalog,
            demo,
            environments,
            evidence,
            httpAuth,
            importer,
            limits,
            matrices,
            metrics,
            overviews,
            triageStore,
          }),
        );
        registerActions({
          actionsRegistry,
          access,
          evidence,
          matrices,
          metrics,
          overviews,
        });
        const onQueued = () => worker.notify();
        const reports = DatabaseReportStore.create({ client, onQueued });
        await startReports({
          ...deps,
          catalogFrequency,
          client,
          environments,
          onQueued,
          parsers: createReportParsers(readSourceOptions(deps.config)),
          store: reports,
        });
        await createGithubRestSource({
          ...deps,
          reports,
          store: DatabaseGithubRepositoryStore.create({ client }),
        });
        const renames = RenameFollower.create({
          client,
          history: deps.orgHistory,
          logger: deps.logger,
          settings,
        });
        await deps.scheduler.scheduleTask({
          id: 'dora-follow-renames',
          frequency: { minutes: 1 },
          initialDelay: { seconds: 20 },
          timeout: { minutes: 10 },
          scope: 'global',
          fn: async signal => renames.follow(signal),
        });
        await scheduleNotifications({
          ...deps,
          client,
          delivery: store,
          windows: overviewStore,
        });
        await schedulePublishing({
          scheduler: deps.scheduler,
          frequency: publishFrequency,
          publisher: MetricPublisher.create({
            client,
            logger: deps.logger,
            store: overviewStore,
            metrics: deps.metricStore,
            pace: BackgroundPace.create({
              isBusy: async () => isImporting() || isThreadBusy(),
            }),
          }),
        });
        await createGitSource({
          ...deps,
          importer,
          settings,
          statuses: DatabaseSourceStatusStore.create({ client }),
        });
      },
    });
  },
});
