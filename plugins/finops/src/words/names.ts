import type { CostBucket } from '@portal/plugin-finops-common';
import type { Grouping, ShownMetric } from '../selection';

/** What groupings are called: "by team". */
export const groupingNames: Record<Grouping, string> = {
  domain: 'Domain',
  owner: 'Team',
  system: 'System',
  entity: 'Component',
  environment: 'Environment',
  provider: 'Provider',
  serviceCategory: 'Service category',
  serviceName: 'Service',
  resource: 'Resource',
  bucket: 'Why nobody has it',
};

/** What metrics are called, and what they mean. */
export const metricWords: Record<
  ShownMetric,
  { name: string; meaning: string }
> = {
  BilledCost: {
    name: 'Billed',
    meaning: 'Billed cost: what the invoices of the period charge.',
  },
  EffectiveCost: {
    name: 'Effective',
    meaning:
      'Effective cost: what was paid ahead, such as a yearly commitment, is spread over the time it is for.',
  },
};

/** Why a cost belongs to nobody. */
export const bucketWords: Record<CostBucket, { name: string; next: string }> = {
  untagged: {
    name: 'Untagged',
    next: 'It has no tag and no rule: tag the resource, or add a rule for its account.',
  },
  unmatched: {
    name: 'Unknown tag',
    next: 'Its tags name nothing in the catalog: correct the tag, or register the component.',
  },
  idle: {
    name: 'Idle',
    next: 'It was paid for and not used: make it smaller.',
  },
  shared: {
    name: 'Shared, with nobody to share it',
    next: 'The rule that splits it found nobody: look at the rule.',
  },
};
