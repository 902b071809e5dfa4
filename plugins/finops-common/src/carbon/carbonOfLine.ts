import { multiplyAmounts } from '@portal/amounts';
import type { FocusLine } from '../focus/FocusLine';
import type { CarbonBasis } from './CarbonFactor';

/**
 * The carbon of a line in kg of CO2 equivalents, exact: its quantity, or its effective cost, times the factor. It adds: lines and
 * parts of lines have what their quantities have together. Undefined where it is unknown.
 *
 * @public
 */
export function carbonOfLine(
  basis: CarbonBasis | undefined,
  line: Pick<
    FocusLine,
    | 'billedCost'
    | 'consumedQuantity'
    | 'currency'
    | 'effectiveCost'
    | 'pricingQuantity'
  >,
): string | undefined {
  if (!basis) {
    return undefined;
  }
  const amount = amountOf(basis, line);
  return amount === undefined ? undefined : multiplyAmounts(amount, basis.kg);
}

function amountOf(
  basis: CarbonBasis,
  line: Parameters<typeof carbonOfLine>[1],
): string | undefined {
  switch (basis.of) {
    case 'ConsumedQuantity':
      return line.consumedQuantity;
    case 'PricingQuantity':
      return line.pricingQuantity;
    default:
      return basis.currency === line.currency
        ? line.effectiveCost ?? line.billedCost
        : undefined;
  }
}
