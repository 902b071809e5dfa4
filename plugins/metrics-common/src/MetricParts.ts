/**
 * A number that may have more digits than a double: `'1234.56'`. Sums of such parts are exact.
 *
 * @public
 */
export type Decimal = string;

/**
 * What one day, or several days or entities together, add to a figure.
 *
 * - `sum` metrics have `sum`, in the unit of the metric; for `1/week` it is the number of events.
 * - `ratio` metrics have `numerator` and `denominator`.
 *
 * `count` is how many facts the parts rest on. Where it is absent a ratio rests on its denominator and a sum on itself.
 *
 * @public
 */
export type MetricParts = {
  sum?: Decimal;
  numerator?: Decimal;
  denominator?: Decimal;
  count?: number;
};
