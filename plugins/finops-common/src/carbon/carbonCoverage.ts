import { compareAmounts, divideAmounts } from '@portal/amounts';

/**
 * The share of use that an estimate is about, by cost: 0 to 1; undefined where nothing was used. Corrections can bring sums below
 * zero, and then there is no share.
 *
 * @public
 */
export function carbonCoverage(
  coveredCost: string,
  usageCost: string,
): number | undefined {
  if (
    compareAmounts(usageCost, '0') <= 0 ||
    compareAmounts(coveredCost, '0') < 0
  ) {
    return undefined;
  }
  return Math.min(1, Number(divideAmounts(coveredCost, usageCost, 6)));
}
