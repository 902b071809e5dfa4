import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { PermissionAccess } from '@portal/backend-access';
import { webhooksDeliveryReadPermission } from '@portal/plugin-webhooks-common';
import type { InboxStatus } from '../services/InboxStatus';

/** Tells an assistant how the consumers of webhooks keep up. */
export function createGetWebhookConsumersAction(options: {
  actionsRegistry: ActionsRegistryService;
  access: PermissionAccess;
  status: InboxStatus;
}): void {
  const { actionsRegistry, access, status } = options;
  actionsRegistry.register({
    name: 'get-webhook-consumers',
    title: 'Get webhook consumers',
    description: `
Says how each consumer of the portal's webhooks keeps up.

\`lag\` is how many deliveries it has not read (10,000 stands for that many and more), \`oldestWaitingAt\` when the
oldest of them was received, \`retrying\` how many failed and are tried again, \`deadLetters\` how many were given up.
\`active\` is false when no instance reads for it. A lag that grows, or a consumer that is not active, means that figures
which come from webhooks are behind.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: webhooksDeliveryReadPermission,
    schema: {
      input: z => z.object({}),
      output: z => z.object({ items: z.array(z.object({}).passthrough()) }),
    },
    action: async ({ credentials }) => {
      await access.require(credentials, webhooksDeliveryReadPermission);
      return { output: await status.getConsumers() };
    },
  });
}
