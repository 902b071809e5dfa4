import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionClient } from './ActionClient';
import { createGetDebtAction } from './createGetDebtAction';
import { createGetGoalsAction } from './createGetGoalsAction';
import { createGetInvestmentAction } from './createGetInvestmentAction';
import { createGetNodeServicesAction } from './createGetNodeServicesAction';
import { createGetPortfolioAction } from './createGetPortfolioAction';
import { createGetQuestionsAction } from './createGetQuestionsAction';
import { createGetReturnsAction } from './createGetReturnsAction';

/** What an action is made with. */
export type ActionOptions = {
  actionsRegistry: ActionsRegistryService;
  client: ActionClient;
};

/** Offers the reads of the portfolio to assistants. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  auth: AuthService;
  discovery: DiscoveryService;
}): void {
  const { actionsRegistry } = options;
  const client = ActionClient.create(options);
  createGetPortfolioAction({ actionsRegistry, client });
  createGetNodeServicesAction({ actionsRegistry, client });
  createGetQuestionsAction({ actionsRegistry, client });
  createGetInvestmentAction({ actionsRegistry, client });
  createGetGoalsAction({ actionsRegistry, client });
  createGetDebtAction({ actionsRegistry, client });
  createGetReturnsAction({ actionsRegistry, client });
}
