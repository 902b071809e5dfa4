import type { MetricDefinition } from '../MetricDefinition';
import type { MetricParts } from '../MetricParts';
import type { MetricValue } from '../MetricValue';

/**
 * The figure that added parts make for a period.
 *
 * @remarks
 *
 * A ratio is its numerator divided by its denominator; where the denominator is 0 there is no value, and the state says so.
 * A sum in `1/week` is divided by the length of the whole period in weeks of seven days, so that the rates of services
 * that share none add to the rate of all.
 *
 * @param options - `days` is the length of the period.
 * @public
 */
export function valueOfParts(options: {
  definition: Pick<MetricDefinition, 'aggregation' | 'unit' | 'overTime'>;
  parts: MetricParts;
  days: number;
}): MetricValue {
  const { definition, parts, days } = options;
  const { unit } = definition;
  if (definition.aggregation === 'ratio') {
    const denominator = Number(parts.denominator ?? 0);
    const sampleSize = parts.count ?? Math.round(denominator);
    if (denominator === 0) {
      return { state: 'insufficient-data', unit, sampleSize, have: 0, need: 1 };
    }
    const value = Number(parts.numerator ?? 0) / denominator;
    return { state: 'ok', value, unit, sampleSize };
  }
  const sum = Number(parts.sum ?? 0);
  const sampleSize = parts.count ?? Math.max(0, Math.round(sum));
  const isRate = unit === '1/week' && definition.overTime !== 'last';
  return {
    state: 'ok',
    value: isRate ? (sum * 7) / days : sum,
    unit,
    sampleSize,
  };
}
