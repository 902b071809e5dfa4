import type { MetricDefinition } from '@portal/plugin-metrics-common';

/**
 * The share of countable entities that name a documentation site. An entity of its own is 0 or 1.
 *
 * @public
 */
export const documentationCoverageDefinition: MetricDefinition = {
  id: 'documentationCoverage',
  title: 'Documentation coverage',
  description:
    'The share of production software, systems and APIs that names a documentation site.',
  estimator: 'documented entities / entities that should have documentation',
  unit: 'ratio',
  sample: 'entities that should have documentation',
  betterWhen: 'higher',
  aggregation: 'ratio',
  overTime: 'last',
  source:
    'The annotations backstage.io/techdocs-ref and backstage.io/techdocs-entity of the catalog',
  staleAfterHours: 48,
};
