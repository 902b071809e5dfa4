import fc from 'fast-check';
import { addAmounts, subtractAmounts } from '@portal/amounts';
import { explainCostChange, type CostMovement } from './explainCostChange';

describe('explainCostChange', () => {
  it('takes a change apart as a price-volume-mix analysis does', () => {
    // 100 small at 1 and 100 large at 3 become 150 small at 1.20 and 90 large at 3.
    const [compute] = explainCostChange([
      {
        family: 'compute, hours',
        key: 'small',
        before: { cost: '100', quantity: '100' },
        after: { cost: '180', quantity: '150' },
      },
      {
        family: 'compute, hours',
        key: 'large',
        before: { cost: '300', quantity: '100' },
        after: { cost: '270', quantity: '90' },
      },
    ]);
    expect(compute).toEqual({
      family: 'compute, hours',
      before: '400',
      after: '450',
      // 150 x 0.20
      price: '30',
      // 40 more at an average of 2
      quantity: '80',
      // 50 more of what is 1 below the average, 10 fewer of what is 1 above it
      mix: '-60',
      started: '0',
      stopped: '0',
      other: '0',
    });
  });

  it('names what is new, what is gone and what has no quantity', () => {
    expect(
      explainCostChange([
        { family: 'a', key: 'new', after: { cost: '5' } },
        { family: 'b', key: 'gone', before: { cost: '3' } },
        {
          family: 'c',
          key: 'fee',
          before: { cost: '10' },
          after: { cost: '11' },
        },
      ]),
    ).toMatchObject([
      { family: 'a', started: '5' },
      { family: 'b', stopped: '-3' },
      { family: 'c', other: '1', price: '0' },
    ]);
  });

  it('explains all of a change, to the last digit', () => {
    const amount = fc
      .integer({ min: -1_000_000, max: 1_000_000 })
      .map(number => (number / 1000).toFixed(3));
    const quantity = fc
      .integer({ min: 0, max: 1_000_000 })
      .map(number => (number / 100).toFixed(2));
    const side = fc.option(
      fc.record({
        cost: amount,
        quantity: fc.option(quantity, { nil: undefined }),
      }),
      { nil: undefined },
    );
    const movement: fc.Arbitrary<CostMovement> = fc.record({
      family: fc.constantFrom('a', 'b'),
      key: fc.string(),
      before: side,
      after: side,
    });
    fc.assert(
      fc.property(fc.array(movement), movements => {
        for (const effects of explainCostChange(movements)) {
          const { before, after, price, quantity: used, mix } = effects;
          const { started, stopped, other } = effects;
          expect(addAmounts([price, used, mix, started, stopped, other])).toBe(
            subtractAmounts(after, before),
          );
        }
      }),
    );
  });
});
