import { ExactDecimal } from '@portal/amounts';

/**
 * Whether a cost is its price times its quantity, as far as the decimals of the cost tell, but at least to the cent. Decided on
 * exact decimals; floats only spare the work where they leave no doubt.
 *
 * Costs that a file holds as floats have 15 digits that count, so a difference behind them is none.
 *
 * @internal
 */
export function isProduct(
  price: string,
  quantity: string,
  cost: string,
): boolean {
  const point = cost.indexOf('.');
  const decimals = Math.max(2, point < 0 ? 0 : cost.length - point - 1);
  const written = Number(cost);
  const difference = Math.abs(Number(price) * Number(quantity) - written);
  // The product of two floats is off by some 1e-16 of its size: this is a thousand times as much.
  const doubt = Math.abs(written) * 1e-13;
  const allowed = Math.max(0.5 * 10 ** -decimals, doubt * 10);
  if (difference < allowed * 0.99 - doubt) {
    return true;
  }
  if (difference > allowed * 1.01 + doubt) {
    return false;
  }
  const exact = new ExactDecimal(price).times(quantity).minus(cost).abs();
  const half = new ExactDecimal(5).times(
    new ExactDecimal(10).pow(-decimals - 1),
  );
  const behind = new ExactDecimal(cost).abs().times('1e-12');
  return exact.lte(half) || exact.lte(behind);
}
