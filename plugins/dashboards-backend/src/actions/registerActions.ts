import type { AuthService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ReaderResolver } from '../services/ReaderResolver';
import { createGetDashboardAction } from './createGetDashboardAction';
import { createListDashboardsAction } from './createListDashboardsAction';

/** What actions need. */
export type ActionOptions = {
  actionsRegistry: ActionsRegistryService;
  auth: AuthService;
  catalog: CatalogService;
  readers: ReaderResolver;
};

/** What an assistant can ask. */
export function registerActions(options: ActionOptions): void {
  createListDashboardsAction(options);
  createGetDashboardAction(options);
}
