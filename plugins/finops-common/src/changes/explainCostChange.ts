import {
  addAmounts,
  compareAmounts,
  divideAmounts,
  multiplyAmounts,
  subtractAmounts,
} from '@portal/amounts';
import type { MoneyAmount } from '../costs/CostsAnswer';

/**
 * What something cost in two periods. Quantities are absent where the lines have none.
 *
 * @public
 */
export type CostMovement = {
  /** What is measured in one unit and bought for one purpose: a service and its pricing unit. */
  family: string;
  /** One thing of the family: a price of a SKU. */
  key: string;
  before?: { cost: MoneyAmount; quantity?: string };
  after?: { cost: MoneyAmount; quantity?: string };
};

/**
 * Why the cost of a family changed. The effects add to the change, digit by digit.
 *
 * @public
 */
export type CostEffects = {
  family: string;
  before: MoneyAmount;
  after: MoneyAmount;
  /** The same things cost another price. */
  price: MoneyAmount;
  /** More or less was used, at the average price of before. */
  quantity: MoneyAmount;
  /** Dearer or cheaper things were used than before. */
  mix: MoneyAmount;
  /** What was not there before, less what is gone. */
  started: MoneyAmount;
  stopped: MoneyAmount;
  /** Changes of lines without a quantity. */
  other: MoneyAmount;
};

const decimals = 10;
const zero = '0';

/**
 * Takes changes of cost apart into price, quantity and mix, as a price-volume-mix analysis does:
 *
 * - price: Σ q1 (p1 - p0) over what is in both periods,
 * - quantity: (Q1 - Q0) P0, with Q the sums of quantities and P0 the average price before,
 * - mix: what remains of what is in both periods, Σ (q1 - q0) (p0 - P0).
 *
 * A family of which something has no quantity, or a quantity of zero, is not taken apart.
 *
 * @returns The largest changes first.
 *
 * @public
 */
export function explainCostChange(
  movements: readonly CostMovement[],
): CostEffects[] {
  const families = new Map<string, CostMovement[]>();
  for (const movement of movements) {
    const known = families.get(movement.family);
    if (known) {
      known.push(movement);
    } else {
      families.set(movement.family, [movement]);
    }
  }
  return [...families]
    .map(([family, members]) => effectsOf(family, members))
    .sort(
      (a, b) =>
        compareAmounts(sizeOf(b), sizeOf(a)) || (a.family < b.family ? -1 : 1),
    );
}

function effectsOf(
  family: string,
  members: readonly CostMovement[],
): CostEffects {
  const both = members.filter(({ before, after }) => before && after);
  const started = addAmounts(
    members.filter(each => !each.before).map(each => each.after?.cost ?? zero),
  );
  const stopped = negative(
    addAmounts(
      members
        .filter(each => !each.after)
        .map(each => each.before?.cost ?? zero),
    ),
  );
  const change = subtractAmounts(
    addAmounts(both.map(each => each.after?.cost ?? zero)),
    addAmounts(both.map(each => each.before?.cost ?? zero)),
  );
  return {
    family,
    before: addAmounts(members.map(each => each.before?.cost ?? zero)),
    after: addAmounts(members.map(each => each.after?.cost ?? zero)),
    started,
    stopped,
    ...partsOf(both, change),
  };
}

function partsOf(
  both: readonly CostMovement[],
  change: MoneyAmount,
): Pick<CostEffects, 'price' | 'quantity' | 'mix' | 'other'> {
  const measured = both.map(({ before, after }) => ({
    c0: before?.cost ?? zero,
    c1: after?.cost ?? zero,
    q0: before?.quantity ?? zero,
    q1: after?.quantity ?? zero,
  }));
  const total0 = addAmounts(measured.map(({ q0 }) => q0));
  const total1 = addAmounts(measured.map(({ q1 }) => q1));
  if (
    measured.some(({ q0, q1 }) => isZero(q0) || isZero(q1)) ||
    isZero(total0)
  ) {
    return { price: zero, quantity: zero, mix: zero, other: change };
  }
  const price = addAmounts(
    measured.map(({ c0, c1, q0, q1 }) =>
      subtractAmounts(
        c1,
        divideAmounts(multiplyAmounts(c0, q1), q0, decimals) ?? zero,
      ),
    ),
  );
  const cost0 = addAmounts(measured.map(({ c0 }) => c0));
  const quantity = addAmounts([
    divideAmounts(
      multiplyAmounts(subtractAmounts(total1, total0), cost0),
      total0,
      decimals,
    ) ?? zero,
  ]);
  return {
    price,
    quantity,
    mix: subtractAmounts(subtractAmounts(change, price), quantity),
    other: zero,
  };
}

function sizeOf({ before, after }: CostEffects): MoneyAmount {
  const change = subtractAmounts(after, before);
  return change.startsWith('-') ? change.slice(1) : change;
}

function negative(amount: MoneyAmount): MoneyAmount {
  return subtractAmounts(zero, amount);
}

function isZero(amount: string): boolean {
  return compareAmounts(amount, zero) === 0;
}
