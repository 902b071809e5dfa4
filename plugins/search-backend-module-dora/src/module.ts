import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { DoraClient } from '@portal/plugin-dora-common';
import { DeliveryCollatorFactory } from './DeliveryCollatorFactory';

const scheduleKey = 'search.collators.delivery.schedule';

/**
 * Brings services with their delivery tiers into the search.
 *
 * @public
 */
export const searchModuleDora = createBackendModule({
  pluginId: 'search',
  moduleId: 'dora-collator',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        catalog,
        config,
        discovery,
        indexRegistry,
        scheduler,
      }) {
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(readSchedule(config)),
          factory: DeliveryCollatorFactory.create({
            auth,
            catalog,
            delivery: new DoraClient({
              discoveryApi: discovery,
              fetchApi: { fetch },
            }),
          }),
        });
      },
    });
  },
});

function readSchedule(
  config: RootConfigService,
): SchedulerServiceTaskScheduleDefinition {
  return config.has(scheduleKey)
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(scheduleKey),
      )
    : {
        initialDelay: { minutes: 2 },
        frequency: { minutes: 10 },
        timeout: { minutes: 10 },
      };
}
