import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { CatalogAccess, PermissionAccess } from '@portal/backend-access';
import { activityPermissions } from '@portal/plugin-activity-common';
import { webhookInboxServiceRef } from '@portal/plugin-webhooks-node';
import { createListActivityAction } from './actions/createListActivityAction';
import { createListPullRequestsAction } from './actions/createListPullRequestsAction';
import { readActivityConfig } from './config';
import { applyMigrations } from './database/applyMigrations';
import { DatabaseActivityStore } from './database/DatabaseActivityStore';
import type { ParsedActivity } from './parse/ParsedActivity';
import { GithubPoller } from './poll/GithubPoller';
import { PollStore } from './poll/PollStore';
import { createRouter } from './router';
import { ActivityReader } from './services/ActivityReader';
import { ActivityTeller } from './services/ActivityTeller';
import { CatalogMap } from './services/CatalogMap';
import { createActivityConsumer } from './services/createActivityConsumer';
import { PullRequestReader } from './services/PullRequestReader';
import { RepositoryFinder } from './services/RepositoryFinder';

/**
 * What happens in repositories: pushes, pull requests, reviews, issues, releases and workflow runs.
 *
 * @public
 */
export const activityPlugin = createBackendPlugin({
  pluginId: 'activity',
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
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { demo, poll, retention } = readActivityConfig(deps.config);
        const integrations = ScmIntegrations.fromConfig(deps.config);
        const client = await applyMigrations(deps.database);
        const store = DatabaseActivityStore.create({ client });
        if (!demo) {
          await store.removeDemo();
        }
        const finder = RepositoryFinder.create({
          catalogMap: CatalogMap.create({ ...deps, integrations }),
          entities: CatalogAccess.create(deps),
          store,
        });
        const permissions = PermissionAccess.create(deps);
        const reading = { ...deps, finder, permissions, store };
        const reader = ActivityReader.create(reading);
        const pullRequests = PullRequestReader.create(reading);
        deps.permissionsRegistry.addPermissions(activityPermissions);
        deps.httpRouter.use(createRouter({ ...deps, reader, pullRequests }));
        createListActivityAction({ ...deps, reader });
        createListPullRequestsAction({ ...deps, pullRequests });

        // What is too old would be deleted within the hour, and what is made up is for the demo organisation alone.
        const accepts = (activity: ParsedActivity) =>
          activity.at.getTime() > Date.now() - retention &&
          (demo || !activity.demo);
        const teller = ActivityTeller.create(deps);
        const writing = { ...deps, accepts, store, teller };
        deps.inbox.subscribe(createActivityConsumer(writing));
        await deps.scheduler.scheduleTask({
          id: 'activity-retention',
          frequency: { hours: 1 },
          initialDelay: { minutes: 5 },
          timeout: { minutes: 30 },
          scope: 'global',
          fn: signal =>
            store.deleteBefore(new Date(Date.now() - retention), signal),
        });
        if (poll.repositories.length > 0) {
          const poller = GithubPoller.create({
            ...writing,
            config: poll,
            integrations,
            polls: PollStore.create({ client }),
          });
          await deps.scheduler.scheduleTask({
            id: 'activity-github-poll',
            frequency: { milliseconds: poll.frequency },
            initialDelay: { seconds: 10 },
            timeout: { minutes: 15 },
            scope: 'global',
            fn: signal => poller.poll(signal),
          });
        }
      },
    });
  },
});
