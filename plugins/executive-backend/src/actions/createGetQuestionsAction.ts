import type { ActionOptions } from './registerActions';
import { nodeInput } from './nodeInput';

/** Lets an assistant say what executives ask, answered. */
export function createGetQuestionsAction({
  actionsRegistry,
  client,
}: ActionOptions): void {
  actionsRegistry.register({
    name: 'get-portfolio-questions',
    title: 'Get answers to the questions of executives',
    description: `
Answers by rules: which parts are below their expectation, who changed most, how services compare with the industry, what changed since
the day compared with, and what needs a decision. Each statement has its evidence; a question without statements says so in \`nothing\`.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: { input: nodeInput, output: z => z.object({}).passthrough() },
    action: async ({ input, credentials }) => ({
      output: await client.ask(credentials, async (api, options) =>
        api.getQuestions(input, options),
      ),
    }),
  });
}
