import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { doraMetricsReadPermission } from '@portal/plugin-dora-common';
import type { DeliveryMetrics } from '../services/DeliveryMetrics';
import type { EntityAccess } from '../services/EntityAccess';
import { parsePeriod } from '../services/parsePeriod';

/** Lets an assistant page through the deployments of a component. */
export function createListDeploymentsAction(options: {
  actionsRegistry: ActionsRegistryService;
  access: EntityAccess;
  metrics: DeliveryMetrics;
}): void {
  const { actionsRegistry, access, metrics } = options;
  actionsRegistry.register({
    name: 'list-deployments',
    title: 'List deployments',
    description: `
Lists the production deployments of one component in a period, newest first.

Each has its \`id\`, its commit (\`sha\`), its release \`tag\` if it has one, \`deployedAt\`, how many \`changes\` it brought, and
\`leadTimeMedian\` in hours. \`failed\` says that it had to be repaired or an incident is charged to it, and \`reasons\` why;
\`recovery\` names what ended that and the hours until then. \`rework\` says that the deployment itself repaired an earlier
one. \`baseline\` marks the first known deployment, to which nothing is charged. \`demo\` marks generated data: say so.
For the evidence of a failure, or the changes of a deployment, pass its \`id\` to get-deployment.

Each names its production \`environment\`, unless a release stands for the deployment; pass one as \`environment\` to get its
deployments only. Pass \`nextCursor\` as \`cursor\` for the following page; without it the list is at its end.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: doraMetricsReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Entity reference, such as component:default/shop'),
          from: z
            .string()
            .optional()
            .describe(
              'Start, included: ISO 8601 date or instant. Default: 90 days before the end',
            ),
          to: z
            .string()
            .optional()
            .describe('End, excluded: ISO 8601 date or instant. Default: now'),
          environment: z
            .string()
            .optional()
            .describe(
              'Name of one production environment. Default: all of them together',
            ),
          cursor: z.string().optional().describe('nextCursor of a page before'),
          limit: z
            .number()
            .int()
            .min(1)
            .max(200)
            .optional()
            .describe('Deployments a page. Default: 50'),
        }),
      output: z =>
        z.object({
          items: z.array(z.object({}).passthrough()),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const subject = await access.read(credentials, input.entityRef);
      const period = parsePeriod({ ...input, now: Date.now() });
      const { cursor, limit = 50, environment } = input;
      const page = { cursor, limit, environment };
      return { output: await metrics.getDeployments(subject, period, page) };
    },
  });
}
