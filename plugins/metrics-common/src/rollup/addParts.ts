import type { MetricParts } from '../MetricParts';
import { addDecimals } from './decimals';

/**
 * What several days or entities add together, exactly, in any order. Undefined if there are none.
 *
 * @public
 */
export function addParts(all: Iterable<MetricParts>): MetricParts | undefined {
  let total: MetricParts | undefined;
  for (const parts of all) {
    total = total ? addTwo(total, parts) : parts;
  }
  return total;
}

function addTwo(a: MetricParts, b: MetricParts): MetricParts {
  const total: MetricParts = {};
  for (const name of ['sum', 'numerator', 'denominator'] as const) {
    const left = a[name];
    const right = b[name];
    if (left !== undefined || right !== undefined) {
      total[name] = addDecimals(left ?? '0', right ?? '0');
    }
  }
  if (a.count !== undefined || b.count !== undefined) {
    total.count = (a.count ?? 0) + (b.count ?? 0);
  }
  return total;
}
