import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  defaultTierEdition,
  doraMetricIds,
  doraMetricsReadPermission,
  tierMetricIds,
} from '@portal/plugin-dora-common';
import { comparisons } from '@portal/plugin-metrics-common';
import type { DeliveryOverviews } from '../overview/DeliveryOverviews';
import { scopeOf } from '../overview/overviewRoutes';
import type { EntityAccess } from '../services/EntityAccess';

/** Lets an assistant find the services that deliver worst, or changed for the worse. */
export function createListServicesByDeliveryAction(options: {
  actionsRegistry: ActionsRegistryService;
  access: EntityAccess;
  overviews: DeliveryOverviews;
}): void {
  const { actionsRegistry, access, overviews } = options;
  actionsRegistry.register({
    name: 'list-services-by-delivery',
    title: 'List services by delivery',
    description: `
Lists the services of a group, system, domain or the whole company by one DORA metric, the worst first.

Each has its \`value\` with state, unit and sampleSize, the same of the period \`before\`, and its \`tier\` in the DORA report
of \`edition\`. \`order\`: \`value\` puts the worst value first, \`change\` the one that got worse most since then,
\`name\` goes by name. Services without a value come after those with one; without \`value\` no deployment of the service is
known, which says nothing about how it delivers.

A value with a small sampleSize is weak evidence: say so. Services do different work, so do not present the list as a
ranking of teams, and never of people. Units: deploymentFrequency is deployments a week, changeLeadTime and
failedDeploymentRecoveryTime are hours, the rates are 0 to 1.

Pass \`nextCursor\` as \`cursor\` for the following page; without it the list is at its end. To learn why a value is what it is
use explain-delivery-metric. Example: \`{"scope": "domain:default/retail", "metric": "changeFailRate", "order": "change"}\`.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: doraMetricsReadPermission,
    schema: {
      input: z =>
        z.object({
          scope: z
            .string()
            .describe(
              'Reference of a group, system or domain, such as group:default/payments; or "everything" for the whole company',
            ),
          metric: z
            .enum(doraMetricIds)
            .optional()
            .describe('Default: deploymentFrequency'),
          order: z
            .enum(['value', 'change', 'name'])
            .optional()
            .describe('Default: value'),
          days: z
            .union([z.literal(28), z.literal(90), z.literal(365)])
            .optional()
            .describe('Length of the period that ends today. Default: 90'),
          compare: z
            .enum(comparisons)
            .optional()
            .describe(
              'Where the figures of `before` are from: "before", the period that ends where this one begins, or "year", the same one a year earlier. Default: before',
            ),
          environment: z
            .string()
            .optional()
            .describe(
              'Name of one production environment. Default: all of them together',
            ),
          cursor: z.string().optional().describe('nextCursor of a page before'),
          limit: z
            .number()
            .int()
            .min(1)
            .max(100)
            .optional()
            .describe('Services a page. Default: 20'),
        }),
      output: z =>
        z.object({
          metric: z.enum(doraMetricIds),
          edition: z.number().describe('Year of the DORA report of the tiers'),
          items: z.array(
            z.object({
              entityRef: z.string(),
              value: z.object({}).passthrough().optional(),
              before: z.object({}).passthrough().optional(),
              tier: z.string().optional(),
            }),
          ),
          total: z.number().describe('How many services the scope has'),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      await access.require(credentials, doraMetricsReadPermission);
      const { metric = 'deploymentFrequency', order = 'value' } = input;
      const page = await overviews.listServices(
        credentials,
        {
          scope: scopeOf(input.scope),
          days: input.days ?? 90,
          environment: input.environment ?? '',
          edition: defaultTierEdition,
          comparison: input.compare ?? 'before',
          asOfNow: false,
        },
        { metric, order, cursor: input.cursor, limit: input.limit ?? 20 },
      );
      const tiered = tierMetricIds.find(id => id === metric);
      return {
        output: {
          metric,
          edition: defaultTierEdition,
          // The asked metric alone: a page of all five is more than a model can read.
          items: page.items.map(({ entityRef, metrics, before, tiers }) => ({
            entityRef,
            value: metrics?.[metric],
            before: before?.[metric],
            tier: tiered && tiers?.[tiered]?.tier,
          })),
          total: page.total,
          nextCursor: page.nextCursor,
        },
      };
    },
  });
}
