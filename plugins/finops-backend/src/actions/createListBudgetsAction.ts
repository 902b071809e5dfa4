import type { CostActionsOptions } from './registerActions';

/** Lets an assistant say how budgets stand. */
export function createListBudgetsAction(
  options: Pick<CostActionsOptions, 'actionsRegistry' | 'budgets'>,
): void {
  const { actionsRegistry, budgets } = options;
  actionsRegistry.register({
    name: 'list-budgets',
    title: 'List budgets',
    description: `
Lists the budgets that the caller may know of, the most used first: what each is for (\`budget.slice\`), its amount, what is
\`spent\` in the running month or year and the \`share\` of it, and what is \`expected\` at the end where a forecast is there.

\`state\` is within, near (a threshold is reached), forecast-over (expected to be overrun) or over.

\`unconverted\` lists amounts that have no exchange rate and are not in \`spent\`; \`expectedUnconverted\` those that are not in
\`expected\`: mention them, and do not say that a budget with them is within.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          scope: z
            .string()
            .optional()
            .describe(
              'Only budgets of this group, system, domain or component',
            ),
        }),
      output: z => z.object({ items: z.array(z.object({}).passthrough()) }),
    },
    action: async ({ input, credentials }) => {
      const { items } = await budgets.list(credentials, input);
      return { output: { items } };
    },
  });
}
