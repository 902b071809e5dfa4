import { ExactDecimal } from './ExactDecimal';
import { plainSum } from './plainSum';

/**
 * The exact sum, whatever the order; `'0'` of nothing.
 *
 * @public
 */
export function addAmounts(amounts: readonly string[]): string {
  return plainSum(amounts) ?? decimalSum(amounts);
}

function decimalSum(amounts: readonly string[]): string {
  let sum = new ExactDecimal(0);
  for (const amount of amounts) {
    sum = sum.plus(amount);
  }
  return withoutMinusZero(sum.toFixed());
}

/**
 * The exact difference.
 *
 * @public
 */
export function subtractAmounts(amount: string, subtrahend: string): string {
  return withoutMinusZero(new ExactDecimal(amount).minus(subtrahend).toFixed());
}

/**
 * The exact product.
 *
 * @public
 */
export function multiplyAmounts(amount: string, factor: string): string {
  return withoutMinusZero(new ExactDecimal(amount).times(factor).toFixed());
}

/**
 * Negative when the first is smaller, positive when it is larger, 0 when they are worth the same: `1.0` and `1` are.
 *
 * @public
 */
export function compareAmounts(left: string, right: string): -1 | 0 | 1 {
  const [one, other] = [Number(left), Number(right)];
  // Each is rounded by less than this part of it: further apart, they are in that order.
  if (Math.abs(one - other) > 1e-15 * (Math.abs(one) + Math.abs(other))) {
    return one < other ? -1 : 1;
  }
  return new ExactDecimal(left).comparedTo(right) as -1 | 0 | 1;
}

/** @internal */
export function withoutMinusZero(text: string): string {
  return /^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text;
}
