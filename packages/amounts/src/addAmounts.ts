import { ExactDecimal } from './ExactDecimal';

/**
 * The exact sum, whatever the order; `'0'` of nothing.
 *
 * @public
 */
export function addAmounts(amounts: readonly string[]): string {
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
  return new ExactDecimal(left).comparedTo(right) as -1 | 0 | 1;
}

/** @internal */
export function withoutMinusZero(text: string): string {
  return /^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text;
}
