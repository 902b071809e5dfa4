import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { stringifyError } from '@backstage/errors';
import { catalogScmEventsServiceRef } from '@backstage/plugin-catalog-node/alpha';
import { PermissionAccess } from '@portal/backend-access';
import { webhooksPermissions } from '@portal/plugin-webhooks-common';
import { webhookInboxServiceRef } from '@portal/plugin-webhooks-node';
import { registerActions } from './actions/registerActions';
import { createCatalogConsumer } from './catalog/createCatalogConsumer';
import { readWebhooksConfig } from './config';
import { applyMigrations } from './database/applyMigrations';
import { DatabaseConsumerStore } from './database/DatabaseConsumerStore';
import { DatabaseDeliveryStore } from './database/DatabaseDeliveryStore';
import { DatabaseSenderCountStore } from './database/DatabaseSenderCountStore';
import { BodyBudget } from './receive/BodyBudget';
import { DeliveryWriter } from './receive/DeliveryWriter';
import { createRouter } from './router';
import { senders } from './senders/senders';
import { ClaimService } from './services/ClaimService';
import { DeliveryListener } from './services/DeliveryListener';
import { InboxStatus } from './services/InboxStatus';
import { RetentionService } from './services/RetentionService';
import { scheduleUpkeep } from './services/scheduleUpkeep';
import { SenderCounter } from './services/SenderCounter';
import { Waker } from './services/Waker';

/**
 * The one inbox of the portal for webhooks.
 *
 * @public
 */
export const webhooksPlugin = createBackendPlugin({
  pluginId: 'webhooks',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        inbox: webhookInboxServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        scmEvents: catalogScmEventsServiceRef,
      },
      async init(deps) {
        const { httpRouter, inbox, logger } = deps;
        const settings = readWebhooksConfig(deps.config);
        const client = await applyMigrations(deps.database);
        const waker = Waker.create();
        const listener = await DeliveryListener.create({
          client,
          logger,
          waker,
        });
        const deliveries = DatabaseDeliveryStore.create({ client });
        const writer = DeliveryWriter.create({
          store: deliveries,
          onWritten: () => listener.notify(),
        });
        const counts = DatabaseSenderCountStore.create({ client });
        const counter = SenderCounter.create({
          store: counts,
          onError: error =>
            logger.warn(
              `Counts of deliveries wait for the database: ${stringifyError(
                error,
              )}`,
            ),
        });
        const consumers = DatabaseConsumerStore.create({ client, ...settings });
        const access = PermissionAccess.create(deps);
        const status = InboxStatus.create({
          ...settings,
          consumers,
          counter,
          counts,
        });

        deps.permissionsRegistry.addPermissions(webhooksPermissions);
        httpRouter.use(
          createRouter({
            ...deps,
            ...settings,
            access,
            budget: BodyBudget.create(),
            claims: ClaimService.create({
              store: consumers,
              waker,
              ...settings,
            }),
            consumers,
            counter,
            deliveries,
            status,
            waker,
            writer,
          }),
        );
        for (const { id } of senders) {
          // Verified by the sender's own method.
          httpRouter.addAuthPolicy({
            path: `/v1/${id}`,
            allow: 'unauthenticated',
          });
        }
        registerActions({ ...deps, access, status });
        if (settings.refreshCatalog) {
          inbox.subscribe(createCatalogConsumer(deps));
        }
        await scheduleUpkeep({
          ...deps,
          counter,
          listener,
          retention: RetentionService.create({ client, ...settings }),
          waker,
        });
      },
    });
  },
});
