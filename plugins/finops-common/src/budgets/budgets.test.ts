import fc from 'fast-check';
import { budgetPeriodOf } from './budgetPeriodOf';
import { budgetStateOf } from './budgetStateOf';

const arbitraryDay = fc
  .date({
    min: new Date('2015-01-01T00:00:00Z'),
    max: new Date('2035-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString().slice(0, 10));
const arbitraryStart = fc.integer({ min: 1, max: 12 });

describe('budgetPeriodOf', () => {
  it('holds the day, and the next period begins where it ends', () => {
    fc.assert(
      fc.property(
        arbitraryDay,
        fc.constantFrom('month' as const, 'year' as const),
        arbitraryStart,
        (day, period, fiscalYearStart) => {
          const { from, to } = budgetPeriodOf({ day, period, fiscalYearStart });
          expect(from <= day && day < to).toBe(true);
          expect(
            budgetPeriodOf({ day: to, period, fiscalYearStart }).from,
          ).toBe(to);
          expect(
            budgetPeriodOf({ day: from, period, fiscalYearStart }),
          ).toEqual({ from, to });
        },
      ),
    );
    expect(
      budgetPeriodOf({ day: '2026-02-28', period: 'year', fiscalYearStart: 4 }),
    ).toEqual({ from: '2025-04-01', to: '2026-04-01' });
  });
});

describe('budgetStateOf', () => {
  it('never calls a spent budget anything but over, and reaches thresholds in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: -1000, max: 2_000_000 }),
        fc.option(fc.integer({ min: 0, max: 2_000_000 }), { nil: undefined }),
        (amount, spent, expected) => {
          const { state, share, remaining, reached } = budgetStateOf({
            amount: String(amount),
            spent: String(spent),
            thresholds: [0.5, 0.8, 1],
            expected: expected === undefined ? undefined : String(expected),
          });
          expect(Number(remaining)).toBe(amount - spent);
          expect(state === 'over').toBe(spent >= amount);
          expect(reached ?? 0).toBeLessThanOrEqual(Math.max(share, 0) + 1e-12);
          expect(state === 'forecast-over').toBe(
            spent < amount && expected !== undefined && expected > amount,
          );
        },
      ),
    );
  });

  it('counts exactly at the threshold', () => {
    const at = (spent: string) =>
      budgetStateOf({ amount: '100', spent, thresholds: [0.5, 0.8, 1] });
    expect(at('79.999999999999999999').reached).toBe(0.5);
    expect(at('80')).toMatchObject({ reached: 0.8, state: 'near' });
    expect(at('100')).toMatchObject({ reached: 1, state: 'over' });
    expect(at('49.99')).toMatchObject({ reached: undefined, state: 'within' });
  });
});
