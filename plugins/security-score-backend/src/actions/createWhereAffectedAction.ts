import { InputError } from '@backstage/errors';
import type { ActionOptions } from './registerActions';

const usualItems = 50;

/** Lets an assistant say where a vulnerability or a package is. */
export function createWhereAffectedAction({
  actionsRegistry,
  client,
}: ActionOptions): void {
  actionsRegistry.register({
    name: 'where-affected',
    title: 'Where are we affected',
    description: `
Says which services are affected by a vulnerability (\`CVE-...\`, \`GHSA-...\`) or have a package in a range of versions, from what
scanners found and from the inventories of all services that the caller may read.

\`coverage\` says how many services have an inventory at all: of the others nothing is known, so never say that they are safe.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          vulnerability: z
            .string()
            .optional()
            .describe('Such as CVE-2021-44228'),
          package: z
            .string()
            .optional()
            .describe(
              'A purl without version, such as pkg:npm/lodash, or a name',
            ),
          range: z
            .string()
            .optional()
            .describe('Of versions: <4.17.21, or >=2.0.0 <2.15.0'),
          scope: z.string().optional(),
          cursor: z
            .string()
            .optional()
            .describe('nextCursor of the answer before'),
        }),
      output: z => z.object({}).passthrough(),
    },
    action: async ({ input, credentials }) => {
      if (!input.vulnerability && !input.package) {
        throw new InputError(
          'found neither vulnerability nor package, expected one of them',
        );
      }
      return {
        output: await client.ask(credentials, async (api, options) =>
          api.getAffected({ ...input, limit: usualItems }, options),
        ),
      };
    },
  });
}
