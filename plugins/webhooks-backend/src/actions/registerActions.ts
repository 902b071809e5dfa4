import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Access } from '../services/Access';
import type { InboxStatus } from '../services/InboxStatus';
import { createGetWebhookConsumersAction } from './createGetWebhookConsumersAction';
import { createListDeadLettersAction } from './createListDeadLettersAction';

/** Offers the plugin's reads to assistants. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  access: Access;
  status: InboxStatus;
}): void {
  createGetWebhookConsumersAction(options);
  createListDeadLettersAction(options);
}
