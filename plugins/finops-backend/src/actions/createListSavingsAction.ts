import { recommendationStates } from '@portal/plugin-finops-common';
import { answerOf } from '../recommendations/recommendationRoutes';
import { readableRefs } from '../steering/SteeringAccess';
import type { CostActionsOptions } from './registerActions';

const mostItems = 50;

/** Lets an assistant say what could be saved. */
export function createListSavingsAction(
  options: Pick<
    CostActionsOptions,
    'access' | 'actionsRegistry' | 'recommendations'
  >,
): void {
  const { access, actionsRegistry, recommendations } = options;
  actionsRegistry.register({
    name: 'list-savings',
    title: 'List savings',
    description: `
Lists recommendations for saving cost, the greatest first: what was found, \`monthlySaving\` in \`currency\`, \`effort\`, owner and
state. \`rules\` says how each is found and calculated. Those of kind \`hygiene\` save nothing by themselves: their amount is the
cost that they are about. \`realised\` is what was measured after somebody accepted one.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          scope: z.string().optional(),
          state: z
            .enum(recommendationStates)
            .optional()
            .describe('Default: open'),
        }),
      output: z =>
        z.object({
          rules: z.array(z.object({}).passthrough()),
          items: z.array(z.object({}).passthrough()),
          totals: z.array(z.object({}).passthrough()),
          more: z.number().describe('How many are left out'),
        }),
    },
    action: async ({ input, credentials }) => {
      const refs = readableRefs(await access.read(credentials, input.scope));
      const answer = answerOf(
        await recommendations.list({ state: input.state ?? 'open', refs }),
      );
      const items = answer.items.slice(0, mostItems);
      return {
        output: { ...answer, items, more: answer.items.length - items.length },
      };
    },
  });
}
