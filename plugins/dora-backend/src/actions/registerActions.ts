import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { DeliveryEvidence } from '../evidence/DeliveryEvidence';
import type { EnvironmentMatrices } from '../environments/EnvironmentMatrices';
import type { DeliveryOverviews } from '../overview/DeliveryOverviews';
import type { DeliveryMetrics } from '../services/DeliveryMetrics';
import type { EntityAccess } from '../services/EntityAccess';
import { createExplainDeliveryMetricAction } from './createExplainDeliveryMetricAction';
import { createGetDeliveryMetricsAction } from './createGetDeliveryMetricsAction';
import { createGetDeliveryOverviewAction } from './createGetDeliveryOverviewAction';
import { createGetDeploymentAction } from './createGetDeploymentAction';
import { createListDeploymentsAction } from './createListDeploymentsAction';
import { createListRunningVersionsAction } from './createListRunningVersionsAction';
import { createListServicesByDeliveryAction } from './createListServicesByDeliveryAction';

/** Offers the plugin's reads to assistants. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  access: EntityAccess;
  evidence: DeliveryEvidence;
  matrices: EnvironmentMatrices;
  metrics: DeliveryMetrics;
  overviews: DeliveryOverviews;
}): void {
  createGetDeliveryMetricsAction(options);
  createListDeploymentsAction(options);
  createGetDeliveryOverviewAction(options);
  createListServicesByDeliveryAction(options);
  createListRunningVersionsAction(options);
  createExplainDeliveryMetricAction(options);
  createGetDeploymentAction(options);
}
