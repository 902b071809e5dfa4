import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { docsCoverageReadPermission } from '@portal/plugin-docs-coverage-common';
import type { DocumentationUsage } from '../services/DocumentationUsage';

/** Tells an assistant what is read most, and what is looked for in vain. */
export function createGetDocumentationUsageAction(options: {
  actionsRegistry: ActionsRegistryService;
  documentationUsage: DocumentationUsage;
}): void {
  const { actionsRegistry, documentationUsage } = options;
  actionsRegistry.register({
    name: 'get-documentation-usage',
    title: 'Get documentation usage',
    description: `
Says which documentation is read most, and which searches in the portal found nothing: what is worth writing next.

\`mostRead\` counts opened pages by the entity that they document, at most 50 entities. \`searchesWithoutResult\` has at most 50 terms
of the whole portal, whatever the scope; \`withoutResult\` of \`searches\` found nothing. The counts are lower bounds and say nothing
about who. Where \`enabled\` is false nothing is counted.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: docsCoverageReadPermission,
    schema: {
      input: z =>
        z.object({
          scope: z
            .string()
            .regex(/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/)
            .optional()
            .describe(
              'Complete reference of a group, system or domain, such as group:default/payments; without it everything',
            ),
          days: z
            .number()
            .int()
            .min(1)
            .max(365)
            .optional()
            .describe('How many days, today included; without it 28'),
        }),
      output: z => z.object({}).passthrough(),
    },
    action: async ({ credentials, input }) => ({
      output: await documentationUsage.usage(credentials, input),
    }),
  });
}
