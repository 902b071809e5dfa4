import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { DeliveryEvidence } from '../evidence/DeliveryEvidence';
import type { DeliveryOverviews } from '../overview/DeliveryOverviews';
import type { DeliveryMetrics } from '../services/DeliveryMetrics';
import type { EntityAccess } from '../services/EntityAccess';
import { createExplainDeliveryMetricAction } from './createExplainDeliveryMetricAction';
import { createGetDeliveryMetricsAction } from './createGetDeliveryMetricsAction';
import { createGetDeliveryOverviewAction } from './createGetDeliveryOverviewAction';
import { createGetDeploymentAction } from './createGetDeploymentAction';
import { createListDeploymentsAction } from './createListDeploymentsAction';
import { createListServicesByDeliveryAction } from './createListServicesByDeliveryAction';

/** Offers the plugin's reads to assistants. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  access: EntityAccess;
  evidence: DeliveryEvidence;
  metrics: DeliveryMetrics;
  overviews: DeliveryOverviews;
}): void {
  createGetDeliveryMetricsAction(options);
  createListDeploymentsAction(options);
  createGetDeliveryOverviewAction(options);
  createListServicesByDeliveryAction(options);
  createExplainDeliveryMetricAction(options);
  createGetDeploymentAction(options);
}
