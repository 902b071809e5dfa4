import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  doraMetricDefinitions,
  doraMetricIds,
  doraMetricsReadPermission,
} from '@portal/plugin-dora-common';
import type { DeliveryEvidence } from '../evidence/DeliveryEvidence';
import type { DeliveryMetrics } from '../services/DeliveryMetrics';
import type { EntityAccess } from '../services/EntityAccess';
import { parsePeriod } from '../services/parsePeriod';

/** Lets an assistant say how a figure came about. */
export function createExplainDeliveryMetricAction(options: {
  actionsRegistry: ActionsRegistryService;
  access: EntityAccess;
  evidence: DeliveryEvidence;
  metrics: DeliveryMetrics;
}): void {
  const { actionsRegistry, access, evidence, metrics } = options;
  actionsRegistry.register({
    name: 'explain-delivery-metric',
    title: 'Explain delivery metric',
    description: `
Returns what one DORA metric of one component rests on in a period: use it to answer "why is this figure what it is?" or "what
is counted?".

- \`value\`: the figure with its state, unit and sampleSize.
- \`formula\`: the calculation with this period's numbers. Quote it instead of recalculating.
- \`inputs\`: what was counted. \`exclusions\`: what was left out, and \`why\`. Mention exclusions that are large.
- \`percentiles\`: p50, p75 and p90 in hours, for the metrics that are durations.
- \`leadTimes\`: with changeLeadTime only, the lead time from commit, first commit or merge, and where it went (coding, review,
  merge to deploy), as percentiles over pull requests where there are any.
- \`environments\`: the production environments in which it was deployed.
- \`definition\`: what the metric means, and its estimator in general.

Example: \`{"entityRef": "component:default/shop", "metric": "changeFailRate"}\`. For a single failure use get-deployment.
`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: doraMetricsReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Entity reference, such as component:default/shop'),
          metric: z.enum(doraMetricIds).describe('The metric to explain'),
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
      output: z => {
        const counted = z.array(
          z.object({
            label: z.string(),
            count: z.number(),
            why: z.string().optional(),
          }),
        );
        return z.object({
          period: z.object({ from: z.string(), to: z.string() }),
          metric: z.enum(doraMetricIds),
          value: z.object({}).passthrough(),
          formula: z.string(),
          inputs: counted,
          exclusions: counted,
          percentiles: z.object({}).passthrough().optional(),
          leadTimes: z.object({}).passthrough().optional(),
          environments: z.array(
            z.object({ name: z.string().optional(), deployments: z.number() }),
          ),
          definition: z.object({}).passthrough().optional(),
        });
      },
    },
    action: async ({ input, credentials }) => {
      const { metric, environment } = input;
      const subject = await access.read(credentials, input.entityRef);
      const period = parsePeriod({ ...input, now: Date.now() });
      const [explanation, figures] = await Promise.all([
        evidence.getExplanation(subject, period, environment),
        metrics.getMetrics(subject, period, { environment }),
      ]);
      return {
        output: {
          ...explanation.metrics[metric],
          period: explanation.period,
          value: { ...figures.metrics[metric] },
          leadTimes:
            metric === 'changeLeadTime' ? explanation.leadTimes : undefined,
          environments: explanation.environments,
          definition: doraMetricDefinitions.find(({ id }) => id === metric),
        },
      };
    },
  });
}
