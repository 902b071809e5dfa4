import type { ActionOptions } from './registerActions';

/** Lets an assistant say how a part of the organisation is doing. */
export function createGetPortfolioAction({
  actionsRegistry,
  client,
}: ActionOptions): void {
  actionsRegistry.register({
    name: 'get-portfolio',
    title: 'Get portfolio',
    description: `
Returns how a part of the organisation and what is below it are doing: for each pillar how many services meet their expectation, are
watched or below it, and the share that meets it; beside it the same of an earlier day.

\`known\` is how much of the formula the overall share rests on: say it with the share. \`unmeasured\` and \`stale\` are neither good nor
bad, and a missing share is never 0. Services are counted, never people.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          node: z
            .string()
            .optional()
            .describe(
              'everything, or a group, domain, system or component such as group:default/payments. Default: the highest that the caller may read',
            ),
          hierarchy: z
            .enum(['organisation', 'domains'])
            .optional()
            .describe('Default: organisation'),
          day: z.string().optional().describe('YYYY-MM-DD. Default: newest'),
          compare: z
            .string()
            .optional()
            .describe('YYYY-MM-DD. Default: 28 days before'),
          depth: z
            .number()
            .int()
            .min(1)
            .max(3)
            .optional()
            .describe('Steps down. Default: 1'),
        }),
      output: z => z.object({}).passthrough(),
    },
    action: async ({ input, credentials }) => ({
      output: await client.ask(credentials, async (api, options) =>
        api.getPortfolio({ ...input, depth: input.depth ?? 1 }, options),
      ),
    }),
  });
}
