import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { scaffolderServiceRef } from '@backstage/plugin-scaffolder-node';
import { CatalogAccess, PermissionAccess } from '@portal/backend-access';
import { metricStoreServiceRef } from '@portal/plugin-metrics-node';
import { repositoriesServiceRef } from '@portal/plugin-repositories-node';
import { scaffolderPortalPermissions } from '@portal/plugin-scaffolder-portal-common';
import { createDryRunTemplateAction } from './actions/createDryRunTemplateAction';
import { createListTemplateRunsAction } from './actions/createListTemplateRunsAction';
import { createListTemplatesAction } from './actions/createListTemplatesAction';
import { createProposeTemplateUpgradeAction } from './actions/createProposeTemplateUpgradeAction';
import { createRunTemplateAction } from './actions/createRunTemplateAction';
import { ApprovalExpiry } from './approvals/ApprovalExpiry';
import { ApprovalRuns } from './approvals/ApprovalRuns';
import { Approvals } from './approvals/Approvals';
import { ApprovalTeller } from './approvals/ApprovalTeller';
import { DatabaseApprovalStore } from './approvals/DatabaseApprovalStore';
import { readScaffolderPortalConfig } from './config';
import { applyMigrations } from './database/applyMigrations';
import { DatabaseRunStore } from './database/DatabaseRunStore';
import { TemplateForm } from './form/TemplateForm';
import { TemplateFolderReader } from './preview/TemplateFolderReader';
import { TemplatePreviewer } from './preview/TemplatePreviewer';
import { TemplateRenderer } from './preview/TemplateRenderer';
import { TemplatePublisher } from './publish/TemplatePublisher';
import { createRouter } from './router';
import { RunReader } from './runs/RunReader';
import { TemplateStarter } from './runs/TemplateStarter';
import { TemplateReader } from './services/TemplateReader';
import { GithubTargets } from './upgrades/GithubTargets';
import { MadeRepositories } from './upgrades/MadeRepositories';
import { TemplateUpgrader } from './upgrades/TemplateUpgrader';
import { UpgradeAccess } from './upgrades/UpgradeAccess';

/**
 * Prices, previews and statistics of software templates.
 *
 * @public
 */
export const scaffolderPortalPlugin = createBackendPlugin({
  pluginId: 'scaffolder-portal',
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
        metrics: metricStoreServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        repositories: repositoriesServiceRef,
        scaffolder: scaffolderServiceRef,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { actionsRegistry, auditor, httpAuth, scheduler } = deps;
        const { appUrl, approvals, caFile, prices, preview, ...rest } =
          readScaffolderPortalConfig(deps.config);
        const { runs, templatesRoot } = rest;
        const client = await applyMigrations(deps.database);
        const store = DatabaseRunStore.create({ client });
        const access = PermissionAccess.create(deps);
        const reader = TemplateReader.create({
          access,
          catalog: deps.catalog,
          catalogAccess: CatalogAccess.create(deps),
          store,
        });
        const form = TemplateForm.create(deps);
        const renderer = TemplateRenderer.create({
          ...deps,
          folders: TemplateFolderReader.create({
            urlReader: deps.urlReader,
            templatesRoot,
          }),
          limits: preview,
        });
        const previewer = TemplatePreviewer.create({ access, form, renderer });
        const upgrader = TemplateUpgrader.create({
          ...deps,
          access: UpgradeAccess.create({ ...deps, access }),
          form,
          made: MadeRepositories.create({
            ...deps,
            appUrl,
            github: GithubTargets.create({
              ...deps,
              caFile,
              integrations: ScmIntegrations.fromConfig(deps.config),
            }),
            store,
          }),
          renderer,
        });
        const runReader = RunReader.create({ ...deps, store });
        const approvalStore = DatabaseApprovalStore.create({ client });
        const teller = ApprovalTeller.create(deps);
        const expiry = ApprovalExpiry.create({ store: approvalStore, teller });
        const publisher = TemplatePublisher.create({ ...deps, store });

        deps.permissionsRegistry.addPermissions(scaffolderPortalPermissions);
        deps.httpRouter.use(
          createRouter({
            access,
            approvals: Approvals.create({
              ...deps,
              ...approvals,
              access,
              runs: ApprovalRuns.create(deps),
              store: approvalStore,
              teller,
            }),
            auditor,
            httpAuth,
            previewer,
            prices,
            reader,
            upgrader,
          }),
        );
        createListTemplatesAction({ actionsRegistry, reader });
        createListTemplateRunsAction({ actionsRegistry, reader });
        createDryRunTemplateAction({ actionsRegistry, previewer });
        createProposeTemplateUpgradeAction({
          actionsRegistry,
          auditor,
          upgrader,
        });
        createRunTemplateAction({
          actionsRegistry,
          starter: TemplateStarter.create({ ...deps, access, appUrl, form }),
        });
        await scheduler.scheduleTask({
          id: 'scaffolder-portal-read-runs',
          frequency: runs.frequency,
          initialDelay: runs.initialDelay,
          timeout: { minutes: 10 },
          scope: 'global',
          fn: signal => runReader.read(signal),
        });
        await scheduler.scheduleTask({
          id: 'scaffolder-portal-expire-approvals',
          frequency: { minutes: 10 },
          initialDelay: { minutes: 1 },
          timeout: { minutes: 5 },
          scope: 'global',
          fn: signal => expiry.tell(signal),
        });
        await scheduler.scheduleTask({
          id: 'scaffolder-portal-publish',
          frequency: runs.publishFrequency,
          // After runs were read for the first time.
          initialDelay: { minutes: 2 },
          timeout: { minutes: 10 },
          scope: 'global',
          fn: signal => publisher.publish(signal),
        });
      },
    });
  },
});
