import type { ActionOptions } from './registerActions';
import { nodeInput } from './nodeInput';

/** Lets an assistant say where the money goes. */
export function createGetInvestmentAction({
  actionsRegistry,
  client,
}: ActionOptions): void {
  actionsRegistry.register({
    name: 'get-investment',
    title: 'Get initiatives and what running costs',
    description: `
Returns initiatives with budget, spend of cloud and people, forecast and benefit, and how much of the last 28 days was run and change.
Say what is \`missing\` with every amount: it is not counted. Amounts are decimal texts in the currency of the answer.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: { input: nodeInput, output: z => z.object({}).passthrough() },
    action: async ({ input, credentials }) => ({
      output: await client.ask(credentials, async (api, options) =>
        api.getInvestment(input, options),
      ),
    }),
  });
}
