import { createTextTest, fold } from '../allocation/patterns';
import type { CostItem } from '../focus/FocusLine';
import type { CarbonBasis, CarbonFactor } from './CarbonFactor';

const conditions = [
  // The last weighs the most: a figure of one SKU says more than that of a provider.
  ['provider', 'ProviderName'],
  ['serviceCategory', 'ServiceCategory'],
  ['region', 'RegionId'],
  ['serviceName', 'ServiceName'],
  ['skuId', 'SkuId'],
] as const;
/** A quantity says more of what was used than a price does. */
const unitWeight = 2 ** conditions.length;

/**
 * Finds what the carbon of an item is worked out of: the factor that says most of it, by unit before by cost, then the first.
 * Undefined where no factor is about it: that is unknown, and not nothing. Only use has carbon; fees, taxes and credits have none.
 *
 * @public
 */
export function createCarbonBasisFinder(
  factors: readonly CarbonFactor[],
): (item: Pick<CostItem, 'columns'>) => CarbonBasis | undefined {
  const tests = factors
    .map(factor => ({
      factor,
      weight: weightOf(factor),
      checks: conditions.flatMap(([name, column]) => {
        const pattern = factor[name];
        return pattern === undefined
          ? []
          : [{ column, test: createTextTest(pattern) }];
      }),
    }))
    // Those of the same weight stay in their order.
    .sort((one, other) => other.weight - one.weight);
  return ({ columns }) => {
    if (!isUse(columns.ChargeCategory)) {
      return undefined;
    }
    for (const { factor, checks } of tests) {
      if (checks.every(({ column, test }) => test(columns[column]))) {
        const basis = basisOf(factor, columns);
        if (basis) {
          return basis;
        }
      }
    }
    return undefined;
  };
}

/** Files that do not say what a charge is have use. */
function isUse(chargeCategory: string): boolean {
  return chargeCategory === '' || fold(chargeCategory) === 'usage';
}

function weightOf(factor: CarbonFactor): number {
  return conditions.reduce(
    (sum, [name], index) => sum + (factor[name] === undefined ? 0 : 2 ** index),
    'unit' in factor ? unitWeight : 0,
  );
}

function basisOf(
  factor: CarbonFactor,
  columns: CostItem['columns'],
): CarbonBasis | undefined {
  const { source } = factor;
  if (!('unit' in factor)) {
    const { kgPerCost: kg, currency } = factor;
    return { of: 'Cost', kg, currency, source };
  }
  const { kgPerUnit: kg } = factor;
  const unit = fold(factor.unit);
  if (fold(columns.ConsumedUnit) === unit) {
    return { of: 'ConsumedQuantity', kg, source };
  }
  return fold(columns.PricingUnit) === unit
    ? { of: 'PricingQuantity', kg, source }
    : undefined;
}
