import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { doraMetricsReadPermission } from '@portal/plugin-dora-common';
import type { EnvironmentMatrices } from '../environments/EnvironmentMatrices';
import { scopeOf } from '../overview/overviewRoutes';
import type { EntityAccess } from '../services/EntityAccess';

/** Lets an assistant tell what runs where. */
export function createListRunningVersionsAction(options: {
  actionsRegistry: ActionsRegistryService;
  access: EntityAccess;
  matrices: EnvironmentMatrices;
}): void {
  const { actionsRegistry, access, matrices } = options;
  actionsRegistry.register({
    name: 'list-running-versions',
    title: 'List running versions',
    description: `
Lists which version of each service runs in which environment, for a group, system, domain or the whole company, as deployments
tell it.

\`environments\` are in the order of the way to production. For each service \`running\` has one entry an environment that it was
ever deployed to: its \`version\` or commit \`sha\`, \`deployedAt\`, \`versionsBehind\` (versions that were deployed anywhere for the
first time after this one) and \`newerSince\`. An entry without \`environment\` is the last release, which counts as production.
\`lastAttempt\` is a deployment after it that did not succeed. An environment that is missing had no deployment that is known:
say that nothing is known, not that nothing runs there.

Services without any deployment are counted in \`total\` but not listed. Pass \`nextCursor\` as \`cursor\` for the following page.
Example: \`{"scope": "system:default/booking"}\`.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: doraMetricsReadPermission,
    schema: {
      input: z =>
        z.object({
          scope: z
            .string()
            .describe(
              'Reference of a group, system or domain, such as group:default/payments; or "everything" for the whole company',
            ),
          cursor: z.string().optional().describe('nextCursor of a page before'),
          limit: z
            .number()
            .int()
            .min(1)
            .max(100)
            .optional()
            .describe('Services a page. Default: 20'),
        }),
      output: z =>
        z.object({
          environments: z.array(
            z.object({ name: z.string(), production: z.boolean() }),
          ),
          items: z.array(
            z.object({
              entityRef: z.string(),
              running: z.array(z.object({}).passthrough()),
            }),
          ),
          total: z.number().describe('How many services the scope has'),
          measured: z.number().describe('How many of them have a deployment'),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      await access.require(credentials, doraMetricsReadPermission);
      const { scope, cursor, limit = 20 } = input;
      return {
        output: await matrices.getMatrix(credentials, {
          scope: scopeOf(scope),
          cursor,
          limit,
        }),
      };
    },
  });
}
