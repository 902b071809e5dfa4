import { InputError } from '@backstage/errors';
import { costMetrics, readCostDimension } from '@portal/plugin-finops-common';
import { isDay } from '../steering/days';
import type { CostActionsOptions } from './registerActions';

/** More fill the conversation and are not read. */
const mostGroups = 100;

/** Lets an assistant say what something costs. */
export function createGetCostsAction(
  options: Pick<CostActionsOptions, 'actionsRegistry' | 'costs'>,
): void {
  const { actionsRegistry, costs } = options;
  actionsRegistry.register({
    name: 'get-costs',
    title: 'Get costs',
    description: `
Returns what was spent from one day until before another: a total and, with \`groupBy\`, its groups, the dearest first.

Amounts are exact decimals as text in \`currency\`; quote them with it. \`unallocated\` is the part of the total that has no
owner yet. \`unconverted\` lists amounts that have no exchange rate and are in no total: mention them. \`visible: own\` says that
the caller sees only the cost of what the own groups own, so never call that the cost of the company. \`demo\` marks generated
data: say so. BilledCost is what the invoice says; EffectiveCost spreads commitments over the time that they are for.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          from: z.string().describe('First day, included: 2026-01-01'),
          to: z.string().describe('Last day, excluded: 2026-02-01'),
          metric: z
            .enum(costMetrics)
            .optional()
            .describe('Default: BilledCost'),
          groupBy: z
            .string()
            .optional()
            .describe(
              'entity, owner, system, domain, environment, provider, serviceCategory, serviceName, region, month, day, or tag:<key>',
            ),
          scope: z
            .string()
            .optional()
            .describe(
              'A group, system, domain or component, such as group:default/payments. Default: all that the caller may see',
            ),
          environment: z.string().optional(),
          provider: z.string().optional(),
          serviceCategory: z.string().optional(),
          compare: z
            .enum(['before', 'year'])
            .optional()
            .describe('Adds the same of the time before, or of a year before'),
        }),
      output: z => z.object({}).passthrough(),
    },
    action: async ({ input, credentials }) => {
      const { from, to, metric, compare, groupBy, ...filter } = input;
      requirePeriod(from, to);
      const dimension = groupBy ? readCostDimension(groupBy) : undefined;
      if (groupBy && !dimension) {
        throw new InputError(
          `groupBy: found "${groupBy}", expected a dimension such as entity, owner, provider, serviceName, or tag:application`,
        );
      }
      const answer = await costs.totals(credentials, {
        from,
        to,
        metric: metric ?? 'BilledCost',
        filter,
        groupBy: dimension,
        compare,
      });
      const groups = answer.groups.slice(0, mostGroups);
      return {
        output: {
          ...answer,
          groups,
          moreGroups: answer.groups.length - groups.length,
        },
      };
    },
  });
}

/** Fails with an InputError unless the days are a period. */
export function requirePeriod(from: string, to: string): void {
  for (const [name, day] of [
    ['from', from],
    ['to', to],
  ]) {
    if (!isDay(day)) {
      throw new InputError(
        `${name}: found "${day}", expected a day such as 2026-01-31`,
      );
    }
  }
  if (from >= to) {
    throw new InputError(`to: found ${to}, expected a day after ${from}`);
  }
}
