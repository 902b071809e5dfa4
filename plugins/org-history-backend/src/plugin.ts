import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { orgHistoryPermissions } from '@portal/plugin-org-history-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGetOwnerAction } from './actions/createGetOwnerAction';
import { readOrgHistoryConfig } from './config';
import { applyMigrations } from './database/applyMigrations';
import { DatabaseOrgHistoryStore } from './database/DatabaseOrgHistoryStore';
import { CatalogPoller } from './polling/CatalogPoller';
import { createRouter } from './router';
import { DefaultOrgHistory } from './services/DefaultOrgHistory';
import { OrgHistoryAccess } from './services/OrgHistoryAccess';

const settlingInterval = 10_000;

/**
 * Who owned what, and what was part of what, when.
 *
 * @public
 */
export const orgHistoryPlugin = createBackendPlugin({
  pluginId: 'org-history',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { actionsRegistry, httpAuth } = deps;
        const { limits, ...schedule } = readOrgHistoryConfig(deps.config);
        const client = await applyMigrations(deps.database);
        const store = DatabaseOrgHistoryStore.create({ client });
        const access = OrgHistoryAccess.create(deps);
        const history = DefaultOrgHistory.create({ access, store });
        const poller = CatalogPoller.create({ ...deps, client, limits });

        deps.permissionsRegistry.addPermissions(orgHistoryPermissions);
        deps.httpRouter.use(createRouter({ history, httpAuth }));
        createGetOwnerAction({ actionsRegistry, history });
        await deps.scheduler.scheduleTask({
          id: 'org-history-poll',
          ...schedule,
          scope: 'global',
          fn: async signal => {
            let result = await poller.poll(signal);
            // A new installation reads its sources in a minute or two. Views of teams are empty until it has settled, so
            // the next look does not wait for its turn.
            while (result.outcome === 'settling' && !signal.aborted) {
              await sleep(settlingInterval, undefined, { signal });
              result = await poller.poll(signal);
            }
            deps.logger.debug('Compared the catalog with the history', result);
          },
        });
      },
    });
  },
});
