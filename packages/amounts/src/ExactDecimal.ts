import { Decimal } from 'decimal.js';

/**
 * Decimals that are exact: a thousand digits hold any sum and product of what `readAmount` lets through, and text is never
 * written with an exponent.
 *
 * @internal
 */
export const ExactDecimal = Decimal.clone({
  precision: 1000,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
