import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { PermissionAccess } from '@portal/backend-access';
import type { InboxStatus } from '../services/InboxStatus';
import { createGetWebhookConsumersAction } from './createGetWebhookConsumersAction';
import { createListDeadLettersAction } from './createListDeadLettersAction';

/** Offers the plugin's reads to assistants. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  access: PermissionAccess;
  status: InboxStatus;
}): void {
  createGetWebhookConsumersAction(options);
  createListDeadLettersAction(options);
}
