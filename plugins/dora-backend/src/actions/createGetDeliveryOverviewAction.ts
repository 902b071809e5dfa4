import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  defaultTierEdition,
  doraMetricIds,
  doraMetricsReadPermission,
} from '@portal/plugin-dora-common';
import { comparisons } from '@portal/plugin-metrics-common';
import type { DeliveryOverviews } from '../overview/DeliveryOverviews';
import { scopeOf } from '../overview/overviewRoutes';
import type { EntityAccess } from '../services/EntityAccess';

/** Lets an assistant read how the services of a group, system or domain deliver. */
export function createGetDeliveryOverviewAction(options: {
  actionsRegistry: ActionsRegistryService;
  access: EntityAccess;
  overviews: DeliveryOverviews;
}): void {
  const { actionsRegistry, access, overviews } = options;
  actionsRegistry.register({
    name: 'get-delivery-overview',
    title: 'Get delivery overview',
    description: `
Returns how the services of a group, system, domain or the whole company deliver, compared with the period before or the same
one a year earlier.

For each of the five DORA metrics:
- \`coverage\`: \`have\` of \`of\` services have a value. Say so whenever it is not all of them.
- \`tiers\`: how many services are elite, high, medium or low in the DORA report of \`edition\`; \`tiersBefore\` the same for
  the other period, \`comparison\`. Deployment rework rate has no tiers.
- \`spread\`: the quartiles of the services' own values. Its \`median\` is the service in the middle, not a figure of the
  team; never call it "the team's lead time".
- \`total\` and \`totalBefore\`: only for what adds up (frequencies as a sum, rates over all deployments together).
- \`better\`, \`worse\`, \`same\`: how many services changed; \`improved\` and \`declined\` name up to five of each.

\`services\` is how many components belong to the scope, \`measured\` of how many any deployment is known. A service without
data is not a bad service. Units: deploymentFrequency is deployments a week, changeLeadTime and
failedDeploymentRecoveryTime are hours, the rates are 0 to 1. Figures are about services, never about people.

To see single services use list-services-by-delivery. Example: \`{"scope": "group:default/payments", "days": 90}\`.
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
          days: z
            .union([z.literal(28), z.literal(90), z.literal(365)])
            .optional()
            .describe('Length of the period that ends today. Default: 90'),
          compare: z
            .enum(comparisons)
            .optional()
            .describe(
              'What it is compared with: "before", the period that ends where it begins, or "year", the same period a year earlier. Default: before',
            ),
          environment: z
            .string()
            .optional()
            .describe(
              'Name of one production environment. Default: all of them together',
            ),
        }),
      output: z =>
        z.object({
          scope: z.string(),
          period: z.object({ from: z.string(), to: z.string() }),
          comparison: z
            .object({ from: z.string(), to: z.string() })
            .describe('The period that it is compared with'),
          environment: z.string().optional(),
          environments: z
            .array(z.string())
            .describe('Production environments with deployments here'),
          edition: z.number().describe('Year of the DORA report of the tiers'),
          services: z.number(),
          measured: z.number(),
          metrics: z.record(
            z.enum(doraMetricIds),
            z
              .object({
                coverage: z.object({ have: z.number(), of: z.number() }),
                better: z.number(),
                worse: z.number(),
                same: z.number(),
              })
              .passthrough(),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      await access.require(credentials, doraMetricsReadPermission);
      return {
        output: await overviews.getOverview(credentials, {
          scope: scopeOf(input.scope),
          days: input.days ?? 90,
          comparison: input.compare ?? 'before',
          environment: input.environment ?? '',
          edition: defaultTierEdition,
          asOfNow: false,
        }),
      };
    },
  });
}
