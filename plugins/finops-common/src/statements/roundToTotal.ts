import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 60 });

/**
 * Rounds amounts so that what comes out adds to their rounded total: the largest remainders are rounded up, those that come
 * first where they are the same. No amount moves by a whole unit.
 *
 * @param options - Exact decimals as text; `decimals` are those of the currency. Default: 2.
 * @public
 */
export function roundToTotal(
  amounts: readonly string[],
  options: { decimals?: number } = {},
): string[] {
  const { decimals = 2 } = options;
  const unit = new Exact(10).pow(decimals);
  const scaled = amounts.map(amount => new Exact(amount).times(unit));
  const floors = scaled.map(value => value.floor());
  const total = scaled
    .reduce((sum, value) => sum.plus(value), new Exact(0))
    .toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  const rest = floors
    .reduce((left, floor) => left.minus(floor), total)
    .toNumber();
  const up = new Set(
    scaled
      .map((value, index) => ({
        index,
        remainder: value.minus(floors[index]),
      }))
      .sort(
        (one, other) =>
          other.remainder.comparedTo(one.remainder) || one.index - other.index,
      )
      .slice(0, rest)
      .map(({ index }) => index),
  );
  return floors.map((floor, index) =>
    (up.has(index) ? floor.plus(1) : floor)
      .div(unit)
      .toFixed(decimals)
      // A floor of minus one that was rounded up is nothing, without a sign.
      .replace(/^-(0(?:\.0*)?)$/, '$1'),
  );
}
