import { finopsCostReadPermission } from '@portal/plugin-finops-common';
import type { MetricDefinition } from '@portal/plugin-metrics-common';

const source =
  'Invoices in the FOCUS format, allocated by the rules of the portal';

const readPermission = finopsCostReadPermission.name;

/**
 * What is told to the metric store.
 *
 * @param currency - what amounts are in, ISO 4217
 */
export function costMetricDefinitions(currency: string): MetricDefinition[] {
  const unit = `currency:${currency}` as const;
  return [
    {
      id: 'dailyCost',
      title: 'Cost',
      description: 'What an entity costs, as billed.',
      estimator:
        'BilledCost of the lines whose charge begins on the day, as far as they are allocated to the entity, at the rate of the day.',
      unit,
      sample: 'lines of cost',
      betterWhen: 'lower',
      aggregation: 'sum',
      source,
      readPermission,
    },
    {
      id: 'untaggedCostShare',
      title: 'Cost without tags',
      description:
        'The share of an entity’s cost that has no tags and was found by other rules.',
      estimator:
        'BilledCost of lines without tags / BilledCost, both as allocated to the entity; credits are left out.',
      unit: 'ratio',
      sample: 'lines of cost',
      betterWhen: 'lower',
      aggregation: 'ratio',
      source,
      readPermission,
    },
    {
      id: 'costWaste',
      title: 'Savings not taken',
      description: 'What open recommendations would save a month.',
      estimator:
        'Sum of the monthly savings of the open recommendations of an entity at the end of the day.',
      unit,
      sample: 'open recommendations',
      betterWhen: 'lower',
      aggregation: 'sum',
      overTime: 'last',
      source: 'Rules for savings of the portal',
      readPermission,
    },
    {
      id: 'budgetUse',
      title: 'Budget used',
      description: 'How much of its budgets an entity has spent.',
      estimator:
        'Spent / amount of the budgets of an entity in their running periods, at the end of the day.',
      unit: 'ratio',
      sample: 'budgets',
      betterWhen: 'lower',
      aggregation: 'ratio',
      overTime: 'last',
      source: 'Budgets of the portal',
      readPermission,
    },
    {
      id: 'costPerDeployment',
      title: 'Cost per deployment',
      description: 'What an entity costs for each of its deployments.',
      estimator:
        'BilledCost of the days / deployments of the days, of entities that deploy.',
      unit,
      sample: 'deployments',
      betterWhen: 'lower',
      aggregation: 'ratio',
      source,
      readPermission,
    },
  ];
}
