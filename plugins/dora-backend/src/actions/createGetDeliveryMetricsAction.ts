import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  doraMetricDefinitions,
  doraMetricsReadPermission,
} from '@portal/plugin-dora-common';
import type { DeliveryMetrics } from '../services/DeliveryMetrics';
import type { EntityAccess } from '../services/EntityAccess';
import { parsePeriod } from '../services/parsePeriod';

/** Lets an assistant read the five figures of a component. */
export function createGetDeliveryMetricsAction(options: {
  actionsRegistry: ActionsRegistryService;
  access: EntityAccess;
  metrics: DeliveryMetrics;
}): void {
  const { actionsRegistry, access, metrics } = options;
  actionsRegistry.register({
    name: 'get-delivery-metrics',
    title: 'Get delivery metrics',
    description: `
Returns the five DORA delivery metrics of one component for a period, with how each is defined.

Every metric has a \`state\`. Quote a \`value\` only where there is one, always with its \`unit\` and \`sampleSize\`
(how many deployments, changes or recoveries it rests on):
- \`ok\`: computed from the facts of the period.
- \`stale\`: computed, but the repository was last read at \`since\`; say so.
- \`insufficient-data\`: nothing to compute from in this period (\`have\` of \`need\`); this is not zero.
- \`not-configured\`, \`source-error\`: no facts; \`cure\` says what to do.

\`tiers\` names elite, high, medium or low as in the DORA report of that edition; always name the edition with it.

Units: \`1/week\` is deployments a week, \`h\` is hours, \`ratio\` is 0 to 1. Medians of several components cannot be
averaged: compare components one by one.

Where a component is deployed to several production environments they are taken together; pass \`environment\` for one of them.
explain-delivery-metric names those that there are.

Example: \`{"entityRef": "component:default/shop", "from": "2025-01-01", "to": "2025-04-01"}\`.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: doraMetricsReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Entity reference, such as component:default/shop'),
          from: z
            .string()
            .optional()
            .describe(
              'Start, included: ISO 8601 date or instant. Default: 90 days before the end',
            ),
          to: z
            .string()
            .optional()
            .describe('End, excluded: ISO 8601 date or instant. Default: now'),
          environment: z
            .string()
            .optional()
            .describe(
              'Name of one production environment. Default: all of them together',
            ),
        }),
      output: z =>
        z.object({
          period: z.object({ from: z.string(), to: z.string() }),
          metrics: z
            .record(z.string(), z.object({}).passthrough())
            .describe('The values by the name of the metric'),
          tiers: z
            .object({
              edition: z.number(),
              metrics: z.record(z.string(), z.object({}).passthrough()),
            })
            .describe(
              'The performance tier of each value that has one, and the edition of the DORA report it is from',
            ),
          definitions: z
            .array(z.object({}).passthrough())
            .describe('What each metric means and how it is calculated'),
        }),
    },
    action: async ({ input, credentials }) => {
      const subject = await access.read(credentials, input.entityRef);
      const period = parsePeriod({ ...input, now: Date.now() });
      const { environment } = input;
      const answer = await metrics.getMetrics(subject, period, { environment });
      return { output: { ...answer, definitions: [...doraMetricDefinitions] } };
    },
  });
}
