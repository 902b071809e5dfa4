import type { ActionOptions } from './registerActions';

/** Lets an assistant ask for an exception in the name of the caller. */
export function createProposeSecurityExceptionAction({
  actionsRegistry,
  client,
}: ActionOptions): void {
  actionsRegistry.register({
    name: 'propose-security-exception',
    title: 'Propose security exception',
    description: `
Asks, in the name of the caller, to accept the risk of open findings of one service until a day at most a year ahead. Nothing changes
until somebody else with the role security approves it. Only call it after the caller agreed to the findings, the reason and the day.
`,
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        z.object({
          findingIds: z
            .array(z.string())
            .min(1)
            .max(500)
            .describe('Of one service: `id` of list-security-findings'),
          reason: z
            .string()
            .min(10)
            .describe('Why the risk can be taken, as the caller says it'),
          evidence: z
            .string()
            .optional()
            .describe('An https link to what was agreed'),
          expiresAt: z
            .string()
            .describe('An instant, such as 2026-12-31T00:00:00Z'),
          renews: z
            .string()
            .optional()
            .describe('The id of the exception that it renews'),
        }),
      output: z => z.object({}).passthrough(),
    },
    action: async ({ input, credentials }) => ({
      output: await client.ask(credentials, async (api, options) =>
        api.proposeException(input, options),
      ),
    }),
  });
}
