import fc from 'fast-check';
import {
  addAmounts,
  compareAmounts,
  divideAmounts,
  isAmount,
  multiplyAmounts,
  percentageOf,
  readAmount,
  roundAmount,
  splitAmount,
  subtractAmounts,
} from './index';
import { ExactDecimal } from './ExactDecimal';

const amounts = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(20))
  .map(([digits, decimals]) => writeScaled(digits, decimals))
  .filter(text => isAmount(text));

const bounds = fc
  .array(fc.nat(10 ** 9), { maxLength: 12 })
  .map(inner => [
    '0',
    ...inner
      .sort((left, right) => left - right)
      .map(step => writeScaled(BigInt(step), 9)),
    '1',
  ]);

describe('amounts', () => {
  it('reads what files write, in plain notation', () => {
    const read: Array<[string, string | undefined]> = [
      ['0.00000080000', '0.00000080000'],
      ['-12', '-12'],
      ['1E-7', '0.0000001'],
      ['2.5e3', '2500'],
      ['+4', '4'],
      ['.5', '0.5'],
      ['7.', '7'],
      ['-0', '-0'],
      ['999999999999999999999', '999999999999999999999'],
      ['1e21', undefined],
      ['1e309', undefined],
      ['1e-101', undefined],
      ['NaN', undefined],
      ['Infinity', undefined],
      ['1,000.00', undefined],
      ['12,5', undefined],
      ['$4', undefined],
      ['0x10', undefined],
      ['', undefined],
      ['-', undefined],
      ['.', undefined],
      ['e5', undefined],
      ['1 ', undefined],
    ];
    expect(read.map(([text]) => [text, readAmount(text)])).toEqual(read);
  });

  it('adds and orders as decimals do, however many digits there are', () => {
    fc.assert(
      fc.property(fc.array(amounts), list => {
        const sum = list.reduce(
          (total, amount) => total.plus(amount),
          new ExactDecimal(0),
        );
        expect(addAmounts(list)).toBe(
          sum.plus(0).toFixed().replace(/^-0$/, '0'),
        );
        // As files may write it, it is the same sum.
        expect(addAmounts([...list, '0e1'])).toBe(addAmounts(list));
      }),
    );
    fc.assert(
      fc.property(amounts, amounts, fc.nat(40), (left, right, decimals) => {
        for (const other of [
          right,
          addAmounts([left, writeScaled(1n, decimals)]),
        ]) {
          expect(compareAmounts(left, other)).toBe(
            new ExactDecimal(left).comparedTo(other),
          );
        }
      }),
    );
  });

  it('reads every double without changing its worth', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        value => {
          const text = readAmount(String(value));
          const fits =
            Math.abs(value) < 1e21 &&
            (value === 0 || Math.abs(value) >= 1e-100);
          expect(text === undefined).toBe(!fits);
          expect(text ?? '').not.toMatch(/e/i);
          // Adding zero makes the negative zero a zero.
          expect(Number(text ?? value) + 0).toBe(value + 0);
        },
      ),
    );
  });

  it('adds exactly, in any order', () => {
    expect(addAmounts([])).toBe('0');
    expect(addAmounts(['0.1', '0.2', '-0.3'])).toBe('0');
    fc.assert(
      fc.property(
        fc.array(amounts, { maxLength: 30 }),
        fc.nat(),
        (list, turn) => {
          const start = list.length ? turn % list.length : 0;
          const turned = [
            ...list.slice(start),
            ...list.slice(0, start),
          ].reverse();
          const sum = addAmounts(list);
          expect(addAmounts(turned)).toBe(sum);
          const scaled = list.reduce((total, item) => total + scale(item), 0n);
          expect(scale(sum)).toBe(scaled);
        },
      ),
    );
  });

  it('cuts a cost into parts that add to the whole', () => {
    expect(splitAmount('10', ['0', '0.25', '1'])).toEqual(['2.5', '7.5']);
    expect(splitAmount('0.01', ['0', '0.333333333333', '1'])).toEqual([
      '0.00333333333333',
      '0.00666666666667',
    ]);
    // More decimals than a share has.
    expect(splitAmount('0.0000000000000000001', ['0', '1'])).toEqual([
      '0.0000000000000000001',
    ]);
    fc.assert(
      fc.property(amounts, bounds, (cost, cuts) => {
        const parts = splitAmount(cost, cuts);
        expect(parts).toHaveLength(cuts.length - 1);
        expect(compareAmounts(addAmounts(parts), cost)).toBe(0);
        // A part can be calculated without the others.
        const middle = Math.floor(cuts.length / 2);
        const halves = splitAmount(cost, ['0', cuts[middle], '1']);
        expect(
          compareAmounts(addAmounts(parts.slice(0, middle)), halves[0]),
        ).toBe(0);
      }),
    );
    expect(() => splitAmount('1', ['0', '0.5'])).toThrow('from 0 to 1');
    expect(() => splitAmount('1', ['0', '0.5', '0.4', '1'])).toThrow('grow');
  });

  it('rounds, multiplies, divides and compares', () => {
    expect(roundAmount('2.345', 2)).toBe('2.35');
    expect(roundAmount('-2.345', 2)).toBe('-2.35');
    expect(roundAmount('-0.001', 2)).toBe('0.00');
    expect(multiplyAmounts('0.0000004', '2.00000000000')).toBe('0.0000008');
    expect(subtractAmounts('1.10', '1.1')).toBe('0');
    expect(divideAmounts('1', '3', 4)).toBe('0.3333');
    expect(divideAmounts('1', '0.00')).toBeUndefined();
    expect(percentageOf('1', '8')).toBe('12.5');
    expect(percentageOf('1', '0')).toBeUndefined();
    expect(compareAmounts('1.0', '1')).toBe(0);
    expect(compareAmounts('-2', '1')).toBe(-1);
    fc.assert(
      fc.property(amounts, amounts, (left, right) => {
        expect(compareAmounts(left, right)).toBe(
          compareScaled(scale(left), scale(right)),
        );
        expect(addAmounts([subtractAmounts(left, right), right])).toBe(
          addAmounts([left]),
        );
      }),
    );
  });
});

function writeScaled(digits: bigint, decimals: number): string {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = text.slice(0, text.length - decimals);
  return decimals ? `${sign}${whole}.${text.slice(-decimals)}` : sign + whole;
}

function scale(amount: string): bigint {
  const [whole, fraction = ''] = amount.replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(40, '0'));
  return amount.startsWith('-') ? -value : value;
}

function compareScaled(left: bigint, right: bigint): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}
