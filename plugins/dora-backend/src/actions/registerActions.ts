import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { DeliveryMetrics } from '../services/DeliveryMetrics';
import type { EntityAccess } from '../services/EntityAccess';
import { createGetDeliveryMetricsAction } from './createGetDeliveryMetricsAction';
import { createListDeploymentsAction } from './createListDeploymentsAction';

/** Offers the plugin's reads to assistants. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  access: EntityAccess;
  metrics: DeliveryMetrics;
}): void {
  createGetDeliveryMetricsAction(options);
  createListDeploymentsAction(options);
}
