import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { AnomalyStore } from '../anomalies/AnomalyStore';
import type { Budgets } from '../budgets/Budgets';
import type { ChangeReader } from '../costs/ChangeReader';
import type { CostReader } from '../costs/CostReader';
import type { RecommendationStore } from '../recommendations/RecommendationStore';
import type { SteeringAccess } from '../steering/SteeringAccess';
import { createExplainCostChangeAction } from './createExplainCostChangeAction';
import { createGetCostsAction } from './createGetCostsAction';
import { createListBudgetsAction } from './createListBudgetsAction';
import { createListCostAnomaliesAction } from './createListCostAnomaliesAction';
import { createListSavingsAction } from './createListSavingsAction';

/** What the actions read from. */
export type CostActionsOptions = {
  access: SteeringAccess;
  actionsRegistry: ActionsRegistryService;
  anomalies: AnomalyStore;
  budgets: Budgets;
  changes: Pick<ChangeReader, 'explain'>;
  costs: CostReader;
  recommendations: RecommendationStore;
};

/** Offers the plugin's reads to assistants. Each answers what the caller may read, as the pages do. */
export function registerActions(options: CostActionsOptions): void {
  createGetCostsAction(options);
  createExplainCostChangeAction(options);
  createListBudgetsAction(options);
  createListCostAnomaliesAction(options);
  createListSavingsAction(options);
}
