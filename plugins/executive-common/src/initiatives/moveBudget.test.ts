import { addAmounts, compareAmounts } from '@portal/amounts';
import fc from 'fast-check';
import type { InvestmentRow } from './Investment';
import { moveBudget } from './moveBudget';

const euros = (amount: string) => ({ amount, currency: 'EUR' });

function rowOf(
  id: string,
  budget: string | undefined,
  spent: string = '0',
  monthly?: string,
): InvestmentRow {
  return {
    initiative: {
      id,
      name: id,
      sponsor: 'group:default/company',
      systems: [],
      teams: [],
      start: '2026-01-01',
      end: '2027-01-01',
      budget: euros(budget ?? '1'),
      origin: 'portal',
      revision: 1,
      notes: [],
      demo: false,
    },
    ...(budget !== undefined && { budget: euros(budget) }),
    spend: {
      cloud: euros(spent),
      people: euros('0'),
      total: euros(spent),
      missing: [],
    },
    ...(monthly !== undefined && { monthlySpend: euros(monthly) }),
    elapsed: 0.5,
  };
}

describe('moving budget', () => {
  it('shows how far each reaches after it', () => {
    const rows = [
      rowOf('a', '1000', '400', '100'),
      rowOf('b', '500', '600'),
      rowOf('c', undefined),
    ];
    expect(moveBudget(rows, [{ from: 'a', to: 'b', amount: '200' }])).toEqual([
      {
        id: 'a',
        name: 'a',
        before: '1000',
        after: '800',
        used: 0.5,
        monthsLeft: 4,
      },
      { id: 'b', name: 'b', before: '500', after: '700', used: 600 / 700 },
    ]);
  });

  it('refuses what can not be moved', () => {
    const rows = [rowOf('a', '100'), rowOf('b', '100'), rowOf('c', undefined)];
    const move = (from: string, to: string, amount: string) => () =>
      moveBudget(rows, [{ from, to, amount }]);
    expect(move('a', 'c', '1')).toThrow('c has no budget');
    expect(move('a', 'a', '1')).toThrow('between two initiatives');
    expect(move('a', 'b', '-1')).toThrow('a number above 0');
    expect(move('a', 'b', 'much')).toThrow('a number above 0');
    expect(move('a', 'b', '100.01')).toThrow('which is less than 100.01');
  });

  it('leaves the sum of all as it was', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            from: fc.constantFrom('a', 'b', 'c'),
            to: fc.constantFrom('a', 'b', 'c'),
            amount: fc.integer({ min: 1, max: 400 }).map(String),
          }),
          { maxLength: 8 },
        ),
        wanted => {
          const rows = ['a', 'b', 'c'].map(id => rowOf(id, '1000.10'));
          const moves: typeof wanted = [];
          for (const move of wanted) {
            try {
              moveBudget(rows, [...moves, move]);
              moves.push(move);
            } catch {
              // It is more than is there, or to itself.
            }
          }
          const after = moveBudget(rows, moves).map(each => each.after);
          expect(compareAmounts(addAmounts(after), '3000.30')).toBe(0);
          expect(after.every(each => compareAmounts(each, '0') >= 0)).toBe(
            true,
          );
        },
      ),
    );
  });
});
