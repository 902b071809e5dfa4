import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { CatalogAccess, PermissionAccess } from '@portal/backend-access';
import { metricStoreServiceRef } from '@portal/plugin-metrics-node';
import { orgHistoryServiceRef, OrgTree } from '@portal/plugin-org-history-node';
import { securityScorePermissions } from '@portal/plugin-security-score-common';
import { webhookInboxServiceRef } from '@portal/plugin-webhooks-node';
import { DefaultSecurityAccess } from './access/DefaultSecurityAccess';
import { readSecurityScoreConfig } from './config';
import { applyMigrations } from './database/applyMigrations';
import { createFindings } from './findings/createFindings';
import { createGithubAlerts } from './github/createGithubAlerts';
import { createImports } from './import/createImports';
import { createInventory } from './inventory/createInventory';
import { OwnInventory, readOwnInventory } from './inventory/OwnInventory';
import { affectedVersions } from './osv/affectedVersions';
import { createOsvDatabase } from './osv/createOsvDatabase';
import { createPull } from './pull/createPull';
import { createRouter } from './router';
import { createScore } from './score/createScore';
import { DatabasePracticeWriter } from './score/DatabasePracticeWriter';
import { createSonarqube } from './sonarqube/createSonarqube';
import { createVault } from './vault/createVault';
import { createWork } from './work/createWork';

/**
 * How safe services are: reports of scanners as findings, a score, and the work on them.
 *
 * @public
 */
export const securityScorePlugin = createBackendPlugin({
  pluginId: 'security-score',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
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
        webhookInbox: webhookInboxServiceRef,
      },
      async init(deps) {
        const settings = readSecurityScoreConfig(deps.config);
        const client = await applyMigrations(deps.database);
        const tree = OrgTree.create({ history: deps.orgHistory });
        const access = DefaultSecurityAccess.create({
          ...deps,
          client,
          catalogAccess: CatalogAccess.create(deps),
          permissions: PermissionAccess.create(deps),
          tree,
        });
        // What every room is given: `createX(rooms)` makes its services and its router.
        const rooms = { ...deps, ...settings, access, client, tree };
        const score = await createScore(rooms);
        const inventory = createInventory({
          ...rooms,
          versionsAffectedBy: names => affectedVersions(client, names),
        });
        const imports = await createImports({
          ...rooms,
          inventoryWriter: inventory.inventory,
          practiceWriter: DatabasePracticeWriter.create(),
          priorityTeller: score.priorityTeller,
          onImported: ({ serviceId, demo, at }) =>
            score.calculator.calculate(serviceId, demo ? at : undefined),
        });

        await createPull({ ...rooms, importer: imports.importer });
        await createGithubAlerts({ ...rooms, importer: imports.importer });
        await createSonarqube({ ...rooms, importer: imports.importer });
        await createOsvDatabase({ ...rooms, importer: imports.importer });
        const own = readOwnInventory(deps.config);
        if (own) {
          const ownInventory = OwnInventory.create({
            ...rooms,
            importer: imports.importer,
            source: own,
          });
          await deps.scheduler.scheduleTask({
            id: 'security-score-own-inventory',
            frequency: { minutes: 10 },
            initialDelay: { seconds: 60 },
            timeout: { minutes: 10 },
            scope: 'global',
            fn: async signal => {
              await ownInventory.run({ signal: signal as AbortSignal });
            },
          });
        }
        const findings = await createFindings({
          ...rooms,
          gains: score.gains,
        });

        deps.permissionsRegistry.addPermissions(securityScorePermissions);
        deps.httpRouter.use(
          createRouter({
            unparsed: [imports.unparsed],
            // Work first: it opens what an exception no longer holds before anybody reads it.
            rooms: [
              await createWork(rooms),
              findings.router,
              imports.router,
              score.router,
              inventory.router,
              createVault(rooms),
            ],
          }),
        );
      },
    });
  },
});
