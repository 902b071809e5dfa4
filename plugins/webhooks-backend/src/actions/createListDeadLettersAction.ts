import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { PermissionAccess } from '@portal/backend-access';
import { webhooksDeliveryReadPermission } from '@portal/plugin-webhooks-common';
import type { InboxStatus } from '../services/InboxStatus';

/** Lets an assistant page through the deliveries that consumers gave up. */
export function createListDeadLettersAction(options: {
  actionsRegistry: ActionsRegistryService;
  access: PermissionAccess;
  status: InboxStatus;
}): void {
  const { actionsRegistry, access, status } = options;
  actionsRegistry.register({
    name: 'list-webhook-dead-letters',
    title: 'List dead letters of webhooks',
    description: `
Lists deliveries of webhooks that a consumer failed on as often as it may, newest first.

Each has the \`consumer\`, the \`sender\` and its \`event\`, how often it was tried (\`attempts\`) and the \`error\` of the last
try. They are kept until somebody with the permission webhooks.delivery.replay replays them.

Pass \`nextCursor\` as \`cursor\` for the following page; without it the list is at its end.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: webhooksDeliveryReadPermission,
    schema: {
      input: z =>
        z.object({
          consumer: z.string().optional().describe('Name of one consumer'),
          cursor: z.string().optional().describe('nextCursor of a page before'),
          limit: z
            .number()
            .int()
            .min(1)
            .max(200)
            .optional()
            .describe('Dead letters a page. Default: 50'),
        }),
      output: z =>
        z.object({
          items: z.array(z.object({}).passthrough()),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      await access.require(credentials, webhooksDeliveryReadPermission);
      const page = { ...input, limit: input.limit ?? 50 };
      return { output: await status.getDeadLetters(page) };
    },
  });
}
