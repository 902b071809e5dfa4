import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createGetDashboardAction } from './createGetDashboardAction';
import { createListDashboardsAction } from './createListDashboardsAction';

/** What actions need. */
export type ActionOptions = {
  actionsRegistry: ActionsRegistryService;
  catalog: CatalogService;
};

/** What an assistant can ask. */
export function registerActions(options: ActionOptions): void {
  createListDashboardsAction(options);
  createGetDashboardAction(options);
}
