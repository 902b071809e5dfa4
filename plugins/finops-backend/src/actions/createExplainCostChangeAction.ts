import { costMetrics } from '@portal/plugin-finops-common';
import { requirePeriod } from './createGetCostsAction';
import type { CostActionsOptions } from './registerActions';

/** Lets an assistant say why a cost changed. */
export function createExplainCostChangeAction(
  options: Pick<CostActionsOptions, 'actionsRegistry' | 'changes'>,
): void {
  const { actionsRegistry, changes } = options;
  actionsRegistry.register({
    name: 'explain-cost-change',
    title: 'Explain a change of cost',
    description: `
Explains why what was spent from one day until before another differs from the time before (or from a year before): by price,
by quantity, by the mix of what was used, by what started and what stopped, and what differs most.

The effects add to the difference exactly. Say the greatest first, with the amount and its currency, and do not invent a cause
that is not in the answer. \`unconverted\` lists amounts of both times that have no exchange rate and are in no effect: mention them.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          from: z.string().describe('First day, included: 2026-01-01'),
          to: z.string().describe('Last day, excluded: 2026-02-01'),
          metric: z.enum(costMetrics).optional(),
          compare: z
            .enum(['before', 'year'])
            .optional()
            .describe('Default: before'),
          scope: z.string().optional(),
          environment: z.string().optional(),
          provider: z.string().optional(),
          serviceCategory: z.string().optional(),
        }),
      output: z => z.object({}).passthrough(),
    },
    action: async ({ input, credentials }) => {
      requirePeriod(input.from, input.to);
      return { output: { ...(await changes.explain(credentials, input)) } };
    },
  });
}
