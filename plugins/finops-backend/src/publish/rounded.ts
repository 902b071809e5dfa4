import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 60 });

/** An amount as the metric store gets it: six digits are more than any figure shows. */
export function rounded(amount: string): string {
  return new Exact(amount).toDecimalPlaces(6).toFixed();
}
