import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  metricsValueReadPermission,
  type MetricWindow,
} from '@portal/plugin-metrics-common';
import type { DefaultMetricQueries } from '../services/DefaultMetricQueries';

/** Lets an assistant read any figure of the portal. */
export function createGetMetricValuesAction(options: {
  actionsRegistry: ActionsRegistryService;
  queries: DefaultMetricQueries;
}): void {
  const { actionsRegistry, queries } = options;
  actionsRegistry.register({
    name: 'get-metric-values',
    title: 'Get metric values',
    description: `
Reads the portal's metric store: figures of delivery, cost, security and more, for entities of the catalog or rolled up for
groups, systems, domains or the whole company.

Call it without \`metricIds\` first: it then returns only \`definitions\`, which say what each metric measures, its unit,
how it is calculated and which direction is better.

With \`metricIds\` give either \`entityRefs\` (values of single entities, in \`latest\`) or \`scopes\` (in \`rollup\`; a scope
is a group, system or domain reference, or the word \`everything\`). The period is the \`window\` of 28, 90 or 365 days that
ends with \`day\`.

Every value has a \`state\`. Quote a \`value\` only where there is one, with its \`unit\` and \`sampleSize\`:
- \`ok\`: computed from what was reported.
- \`stale\`: nothing was reported since \`since\`; say so.
- \`insufficient-data\`: nothing to compute from (\`have\` of \`need\`); this is not zero.
- \`not-configured\`, \`source-error\`: no figures; \`cure\` says what to do.

A definition with a \`readPermission\` has values only for those who have that permission. Without it the whole call is refused;
ask again without that metric, and say which permission is missing.

In a roll-up \`coverage\` says of how many components (\`of\`) there are figures (\`have\`); always name both. Where
\`aggregation\` is \`distribution\`, there is no single value: describe the \`distribution\` (quantiles of the components,
counts by band) and never average it.

Example: \`{"metricIds": ["changeFailRate"], "scopes": ["domain:default/retail"], "window": 90}\`.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: metricsValueReadPermission,
    schema: {
      input: z =>
        z.object({
          metricIds: z
            .array(z.string())
            .max(50)
            .optional()
            .describe('Ids from the definitions, such as changeFailRate'),
          entityRefs: z
            .array(z.string())
            .max(100)
            .optional()
            .describe('Entity references, such as component:default/shop'),
          scopes: z
            .array(z.string())
            .max(20)
            .optional()
            .describe(
              'Groups, systems or domains, such as group:default/payments, or everything',
            ),
          window: z
            .union([z.literal(28), z.literal(90), z.literal(365)])
            .optional()
            .describe('Days that end with day. Default: 28'),
          day: z
            .string()
            .optional()
            .describe('Such as 2026-01-31. Default: the last reported day'),
        }),
      output: z =>
        z.object({
          definitions: z
            .array(z.object({}).passthrough())
            .describe('What the metrics mean'),
          latest: z
            .object({})
            .passthrough()
            .optional()
            .describe(
              'Per metric one value an entity, in the order of its entityRefs',
            ),
          rollup: z
            .object({})
            .passthrough()
            .optional()
            .describe('Per scope one roll-up a metric'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { metricIds, entityRefs, scopes, day } = input;
      const window = input.window as MetricWindow | undefined;
      const all = await queries.definitions(credentials);
      if (!metricIds?.length) {
        return { output: { definitions: all } };
      }
      const common = { metricIds, day, window };
      return {
        output: {
          definitions: all.filter(({ id }) => metricIds.includes(id)),
          ...(entityRefs?.length && {
            latest: await queries.latest(credentials, {
              ...common,
              entityRefs,
            }),
          }),
          ...(scopes?.length && {
            rollup: await queries.rollup(credentials, { ...common, scopes }),
          }),
        },
      };
    },
  });
}
