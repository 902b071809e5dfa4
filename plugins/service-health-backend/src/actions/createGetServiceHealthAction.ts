import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { serviceHealthReadPermission } from '@portal/plugin-service-health-common';
import type { HealthReader } from '../services/HealthReader';

/** Tells an assistant how services are doing. */
export function createGetServiceHealthAction(options: {
  actionsRegistry: ActionsRegistryService;
  reader: HealthReader;
}): void {
  options.actionsRegistry.register({
    name: 'get-service-health',
    title: 'Get service health',
    description: `
Says how services are doing, worst first: \`state\` is up, degraded (serves, worse than expected), down or unknown, with
its \`reason\` and since when. \`counts\` covers everything, \`items\` at most \`limit\`. Items with \`demo: true\` are made up.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: serviceHealthReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRefs: z
            .array(z.string())
            .max(500)
            .optional()
            .describe('Such as component:default/shop; all if left out'),
          environments: z
            .array(z.string())
            .max(50)
            .optional()
            .describe('Such as PROD1; all if left out'),
          limit: z.number().int().min(1).max(500).optional(),
        }),
      output: z =>
        z.object({
          items: z.array(z.object({}).passthrough()),
          counts: z.object({}).passthrough(),
          total: z.number(),
        }),
    },
    action: async ({ input, credentials }) => ({
      output: await options.reader.states(credentials, {
        ...input,
        limit: input.limit ?? 50,
      }),
    }),
  });
}
