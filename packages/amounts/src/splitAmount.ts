import { withoutMinusZero } from './addAmounts';
import { ExactDecimal } from './ExactDecimal';

const shareDecimals = 18;

/**
 * The parts of a cost between bounds that go from 0 to 1: of `['0', '0.25', '1']` a quarter and the rest.
 *
 * A part is the difference between the rounded amounts at its two bounds, and the amount at 1 is the cost itself. So the parts
 * always add to the whole, how thin they may be cut, and each can be calculated without the others.
 *
 * @public
 */
export function splitAmount(cost: string, bounds: readonly string[]): string[] {
  const whole = new ExactDecimal(cost);
  const steps = bounds.map(bound => new ExactDecimal(bound));
  if (steps.length < 2 || !steps[0].isZero() || !steps.at(-1)!.eq(1)) {
    throw new RangeError(
      `The bounds of shares go from 0 to 1, and these are ${bounds.join(', ')}`,
    );
  }
  if (steps.some((step, index) => index > 0 && step.lt(steps[index - 1]))) {
    throw new RangeError(
      `The bounds of shares grow, and these are ${bounds.join(', ')}`,
    );
  }
  const amounts = steps.map(step =>
    step.eq(1) ? whole : whole.times(step).toDecimalPlaces(shareDecimals),
  );
  return amounts
    .slice(1)
    .map((amount, index) =>
      withoutMinusZero(amount.minus(amounts[index]).toFixed()),
    );
}
