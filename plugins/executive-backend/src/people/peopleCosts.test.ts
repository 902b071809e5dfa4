import { ConfigReader } from '@backstage/config';
import { addAmounts, compareAmounts, subtractAmounts } from '@portal/amounts';
import type { PeopleRateInput } from '@portal/plugin-executive-common';
import fc from 'fast-check';
import { Currency } from '../money/Currency';
import { addDays } from '../snapshots/days';
import { PeopleCosts } from './PeopleCosts';

const currency = Currency.create({
  config: new ConfigReader({
    finops: {
      currency: 'EUR',
      exchangeRates: [{ day: '2026-01-01', currency: 'CHF', rate: '1.05' }],
    },
  }),
});
const groupRef = 'group:default/payments';
const rateOf = (
  from: string,
  people: number,
  amount: string,
  code = 'EUR',
): PeopleRateInput => ({
  groupRef,
  from,
  people,
  monthly: { amount, currency: code },
});
const costsOf = (...rates: PeopleRateInput[]) =>
  PeopleCosts.create({ currency, rates });

const days = fc
  .integer({ min: 0, max: 1000 })
  .map(number => addDays('2025-01-01', number));
const someRates = fc.uniqueArray(
  fc.record({
    from: days,
    people: fc.integer({ min: 3, max: 200 }),
    amount: fc.integer({ min: 1, max: 20_000 }).map(String),
  }),
  { selector: ({ from }) => from, maxLength: 6 },
);

describe('the cost of people', () => {
  it('is what a year of them costs, in a year', () => {
    const costs = costsOf(rateOf('2025-01-01', 5, '8000'));
    expect(costs.costOf([groupRef], '2026-01-01', '2027-01-01')).toEqual({
      amount: '480000',
      unknown: [],
    });
  });

  it('follows the rate that holds on each day', () => {
    const costs = costsOf(
      rateOf('2025-01-01', 5, '7300'),
      rateOf('2026-01-11', 10, '7300'),
    );
    // 10 days of 5 × 7,300 × 12 / 365, and 10 of the double.
    expect(costs.costOf([groupRef], '2026-01-01', '2026-01-21').amount).toBe(
      '36000',
    );
  });

  it('is in the currency of reports, and not known without a rate of it', () => {
    expect(
      costsOf(rateOf('2026-02-01', 5, '8000', 'CHF')).costOf(
        [groupRef],
        '2026-02-01',
        '2027-02-01',
      ).amount,
    ).toBe('504000');
    expect(
      costsOf(rateOf('2026-02-01', 5, '8000', 'JPY')).costOf(
        [groupRef],
        '2026-02-01',
        '2027-02-01',
      ),
    ).toEqual({ amount: '0', unknown: [groupRef] });
  });

  it('says of whom it does not know all of the time', () => {
    const costs = costsOf(rateOf('2026-01-10', 5, '7300'));
    expect(
      costs.costOf(
        [groupRef, 'group:default/other'],
        '2026-01-01',
        '2026-02-01',
      ).unknown,
    ).toEqual([groupRef, 'group:default/other']);
  });

  it('has an hour that is a year over 1,720', () => {
    expect(
      Number(
        costsOf(rateOf('2026-01-01', 5, '8600')).hourlyOf(
          groupRef,
          '2026-05-01',
        ),
      ),
    ).toBe(60);
    expect(
      costsOf(rateOf('2026-06-01', 5, '8600')).hourlyOf(groupRef, '2026-05-01'),
    ).toBeUndefined();
  });

  it('adds up, wherever a time is cut', () => {
    fc.assert(
      fc.property(someRates, days, days, days, (list, ...cuts) => {
        const [from, middle, to] = [...cuts].sort();
        const costs = costsOf(
          ...list.map(({ amount, from: day, people }) =>
            rateOf(day, people, amount),
          ),
        );
        const of = (one: string, other: string) =>
          costs.costOf([groupRef], one, other).amount;
        const difference = subtractAmounts(
          of(from, to),
          addAmounts([of(from, middle), of(middle, to)]),
        );
        // Each span is rounded to 18 decimals.
        expect(compareAmounts(difference.replace('-', ''), '0.000001')).toBe(
          -1,
        );
      }),
    );
  });
});
