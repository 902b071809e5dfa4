import type { ActionOptions } from './registerActions';

/** Lets an assistant say which secrets of a service are to be rotated. */
export function createGetSecretAgesAction({
  actionsRegistry,
  client,
}: ActionOptions): void {
  actionsRegistry.register({
    name: 'get-secret-ages',
    title: 'Get secret ages',
    description: `
Lists the secrets of a service as Vault tells of them, those that were rotated longest ago first: name, version, when the current version
was written and when the next is due. It never answers what a secret is. Where connected is false, this portal asks no Vault.
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
        api.getSecrets(input, options),
      ),
    }),
  });
}
