import { anomalyStates } from '@portal/plugin-finops-common';
import { readableRefs } from '../steering/SteeringAccess';
import type { CostActionsOptions } from './registerActions';

/** Lets an assistant say which days were unusually dear. */
export function createListCostAnomaliesAction(
  options: Pick<CostActionsOptions, 'access' | 'actionsRegistry' | 'anomalies'>,
): void {
  const { access, actionsRegistry, anomalies } = options;
  actionsRegistry.register({
    name: 'list-cost-anomalies',
    title: 'List cost anomalies',
    description: `
Lists days on which something cost unusually much or little, the newest first: actual and expected cost, the \`impact\` between
them, the \`score\` in robust deviations, and \`contributions\`: the items that differ most from what is usual for them.

\`level: total\` is all cost; \`allocation\` one entity, environment and service category. Pass \`nextCursor\` as \`cursor\` for more.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          scope: z.string().optional(),
          state: z.enum(anomalyStates).optional(),
          from: z.string().optional().describe('First day, included'),
          to: z.string().optional().describe('Last day, excluded'),
          cursor: z
            .string()
            .regex(/^\d{4}-\d{2}-\d{2}_\d{1,18}$/)
            .optional()
            .describe('nextCursor of a page before'),
          limit: z.number().int().min(1).max(100).optional(),
        }),
      output: z =>
        z.object({
          items: z.array(z.object({}).passthrough()),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { scope, limit, ...filter } = input;
      const refs = readableRefs(await access.read(credentials, scope));
      return {
        output: await anomalies.list({ ...filter, refs, limit: limit ?? 20 }),
      };
    },
  });
}
