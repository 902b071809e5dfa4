import { withoutMinusZero } from './addAmounts';
import { ExactDecimal } from './ExactDecimal';

/**
 * The amount with that many decimals, halves away from zero as PostgreSQL's `round` does.
 *
 * @public
 */
export function roundAmount(amount: string, decimals: number): string {
  return withoutMinusZero(new ExactDecimal(amount).toFixed(decimals));
}

/**
 * The quotient with that many decimals; undefined where the divisor is zero.
 *
 * @public
 */
export function divideAmounts(
  dividend: string,
  divisor: string,
  decimals = 18,
): string | undefined {
  const by = new ExactDecimal(divisor);
  return by.isZero()
    ? undefined
    : withoutMinusZero(new ExactDecimal(dividend).div(by).toFixed(decimals));
}

/**
 * The part in per cent of the whole, such as `'12.5'`; undefined where the whole is zero.
 *
 * @public
 */
export function percentageOf(
  part: string,
  whole: string,
  decimals = 1,
): string | undefined {
  const by = new ExactDecimal(whole);
  return by.isZero()
    ? undefined
    : withoutMinusZero(
        new ExactDecimal(part).times(100).div(by).toFixed(decimals),
      );
}
