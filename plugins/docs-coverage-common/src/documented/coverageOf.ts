import type { MetricValue } from '@portal/plugin-metrics-common';
import type { CoverageParts } from './CoverageParts';

/**
 * The share of entities that have documentation, `documented / countable`, 0 to 1.
 *
 * Where nothing should have documentation there is no share, and the value says so.
 *
 * @public
 */
export function coverageOf({
  countable,
  documented,
}: CoverageParts): MetricValue {
  if (countable === 0) {
    return {
      state: 'insufficient-data',
      unit: 'ratio',
      sampleSize: 0,
      have: 0,
      need: 1,
      cure: 'Nothing here should have documentation yet. What counts is set in docsCoverage.count.',
    };
  }
  return {
    state: 'ok',
    value: documented / countable,
    unit: 'ratio',
    sampleSize: countable,
  };
}
