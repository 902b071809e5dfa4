import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { docsCoverageReadPermission } from '@portal/plugin-docs-coverage-common';
import type { DocsCoverage } from '../services/DocsCoverage';

/** Tells an assistant how much is documented, and what is missing. */
export function createGetDocumentationCoverageAction(options: {
  actionsRegistry: ActionsRegistryService;
  docsCoverage: DocsCoverage;
}): void {
  const { actionsRegistry, docsCoverage } = options;
  actionsRegistry.register({
    name: 'get-documentation-coverage',
    title: 'Get documentation coverage',
    description: `
Says how much of the software that should have documentation has it, against the goal, and lists what has none.

\`coverage.value\` is \`documented / countable\`, a share from 0 to 1; \`missingUntilGoal\` is how many more must be documented.
\`brokenLinks\` counts links within documentation sites that lead nowhere. \`missing\` lists the first 100 entities without
documentation. \`freshness\` counts the built sites that keep up with production deployments, and \`stale\` lists the 100 that are
behind longest; what is not known is unknown, never fresh. \`scannedAt\` says how old the figures are.
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
        }),
      output: z => z.object({}).passthrough(),
    },
    action: async ({ credentials, input }) => {
      const { scope } = input;
      const [overview, { items }, stale] = await Promise.all([
        docsCoverage.overview(credentials, { scope }),
        docsCoverage.entities(credentials, { scope, documented: 'missing' }),
        docsCoverage.staleSites(credentials, { scope }),
      ]);
      return { output: { ...overview, missing: items, stale: stale.items } };
    },
  });
}
