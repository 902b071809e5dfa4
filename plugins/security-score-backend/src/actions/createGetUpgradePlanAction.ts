import type { ActionOptions } from './registerActions';

/** Lets an assistant say which upgrades are worth most. */
export function createGetUpgradePlanAction({
  actionsRegistry,
  client,
}: ActionOptions): void {
  actionsRegistry.register({
    name: 'get-upgrade-plan',
    title: 'Get upgrade plan',
    description: `
Lists the upgrades of a service that fix findings, those that are worth most first: the package, from which version to which, what it
fixes, and what the score gains by it. The gain of two upgrades together is not the sum of both.
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
        api.getUpgrades(input, options),
      ),
    }),
  });
}
