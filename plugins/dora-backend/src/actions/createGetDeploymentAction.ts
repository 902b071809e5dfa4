import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { doraMetricsReadPermission } from '@portal/plugin-dora-common';
import type { DeliveryEvidence } from '../evidence/DeliveryEvidence';
import type { EntityAccess } from '../services/EntityAccess';

const usualChanges = 20;

/** Lets an assistant look at one deployment, and say why it counts as failed. */
export function createGetDeploymentAction(options: {
  actionsRegistry: ActionsRegistryService;
  access: EntityAccess;
  evidence: DeliveryEvidence;
}): void {
  const { actionsRegistry, access, evidence } = options;
  actionsRegistry.register({
    name: 'get-deployment',
    title: 'Get deployment',
    description: `
Returns one production deployment of a component: what it brought, and why it counts as failed if it does.

- \`reasons\`: empty where it did not fail. Each has a \`kind\` and its \`evidence\`: the incident (title, url, when it was
  opened and resolved), the deployment or the change that speaks for it. Name the evidence; do not guess other causes.
- \`recovery\`: what ended the failure (a deployment, or the end of an incident) and the \`hours\` until then; absent while it
  has not recovered.
- \`repaired\`: the earlier deployments that this one repaired.
- \`changes\`: how many changes it brought; \`items\` are the newest of them, with \`leadTime\` in hours and the pull request
  where it is known. No person is named, and none may be blamed.
- \`baseline\` marks the first known deployment, to which nothing is charged. \`demo\` marks generated data: say so.

\`id\` is the id of an item of list-deployments. Example: \`{"entityRef": "component:default/shop", "id": "42"}\`.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: doraMetricsReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Entity reference, such as component:default/shop'),
          id: z.string().describe('The id of an item of list-deployments'),
          maxChanges: z
            .number()
            .int()
            .min(0)
            .max(200)
            .optional()
            .describe(`Changes to list. Default: ${usualChanges}`),
        }),
      output: z =>
        z
          .object({
            id: z.string(),
            deployedAt: z.string(),
            environment: z.string().optional(),
            reasons: z.array(
              z.object({
                kind: z.string(),
                evidence: z.array(z.object({}).passthrough()),
              }),
            ),
            recovery: z.object({ hours: z.number() }).passthrough().optional(),
            repaired: z.array(z.object({}).passthrough()),
            changes: z.number(),
            items: z.array(z.object({}).passthrough()),
          })
          .passthrough(),
    },
    action: async ({ input, credentials }) => {
      const subject = await access.read(credentials, input.entityRef);
      const detail = await evidence.getDeployment(subject, input.id);
      const items = detail.items.slice(0, input.maxChanges ?? usualChanges);
      return { output: { ...detail, items } };
    },
  });
}
