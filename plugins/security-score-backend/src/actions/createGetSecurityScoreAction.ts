import type { ActionOptions } from './registerActions';

/** Lets an assistant say how safe a service is. */
export function createGetSecurityScoreAction({
  actionsRegistry,
  client,
}: ActionOptions): void {
  actionsRegistry.register({
    name: 'get-security-score',
    title: 'Get security score',
    description: `
Returns how safe a service is: a score from 0 to 100 with its grade, the parts it is made of, and the version of the formula.

\`coverage\` is how much of the formula is known: say it with the score, since an unknown part is neither good nor bad. Without a
score nothing is known yet; never call that 0. \`demo\` marks generated data: say so.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('The service, such as component:default/shop'),
        }),
      output: z => z.object({}).passthrough(),
    },
    action: async ({ input, credentials }) => ({
      output: await client.ask(credentials, async (api, options) =>
        api.getScore(input, options),
      ),
    }),
  });
}
