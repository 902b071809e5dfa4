import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { adjustStatement } from './adjustStatement';
import { canonicalStatement } from './canonicalStatement';
import { roundToTotal } from './roundToTotal';
import type { StatementLine } from './Statement';
import { csvCell, statementCsv } from './statementCsv';
import { totalsOfLines } from './totalsOfLines';

const Exact = Decimal.clone({ precision: 60 });
const add = (amounts: readonly string[]) =>
  amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0));

const arbitraryAmount = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
    fc.integer({ min: 0, max: 18 }),
  )
  .map(([digits, scale]) =>
    new Exact(digits.toString()).div(new Exact(10).pow(scale)).toFixed(),
  );

describe('roundToTotal', () => {
  it('adds to the rounded total, and moves nothing by a cent or more', () => {
    fc.assert(
      fc.property(fc.array(arbitraryAmount, { maxLength: 40 }), amounts => {
        const rounded = roundToTotal(amounts);
        expect(add(rounded).toFixed(2)).toBe(
          add(amounts).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2),
        );
        rounded.forEach((each, index) => {
          expect(each).toMatch(/^-?\d+\.\d\d$/);
          expect(new Exact(each).minus(amounts[index]).abs().lt('0.01')).toBe(
            true,
          );
        });
      }),
    );
  });

  it('gives the cent to the largest remainder, and keeps no negative zero', () => {
    expect(roundToTotal(['33.334', '33.333', '33.333'])).toEqual([
      '33.34',
      '33.33',
      '33.33',
    ]);
    expect(roundToTotal(['-0.001', '0.001'])).toEqual(['0.00', '0.00']);
    expect(roundToTotal([])).toEqual([]);
    expect(roundToTotal(['1.5', '1.5'], { decimals: 0 })).toEqual(['2', '1']);
  });
});

const arbitraryLine = fc.record({
  owner: fc.constantFrom('group:default/a', 'group:default/b', 'unallocated'),
  entityRef: fc.constantFrom('', 'component:default/shop'),
  bucket: fc.constantFrom('', 'untagged'),
  kind: fc.constant('cost' as const),
  ofMonth: fc.constant('2026-01'),
  currency: fc.constantFrom('EUR', 'USD'),
  amount: fc
    .integer({ min: -100_000, max: 100_000 })
    .map(cents => (cents / 100).toFixed(2).replace(/^-0\.00$/, '0.00')),
});
const arbitraryLines = fc.array(arbitraryLine, { maxLength: 20 });

function sums(lines: readonly StatementLine[]): Record<string, string> {
  const found: Record<string, Decimal> = {};
  for (const { owner, entityRef, bucket, currency, amount } of lines) {
    const key = [owner, entityRef, bucket, currency].join(' ');
    found[key] = (found[key] ?? new Exact(0)).plus(amount);
  }
  return Object.fromEntries(
    Object.entries(found)
      .filter(([, sum]) => !sum.isZero())
      .map(([key, sum]) => [key, sum.toFixed(2)]),
  );
}

describe('adjustStatement', () => {
  it('makes of what was charged what the store says now, and then nothing more', () => {
    fc.assert(
      fc.property(arbitraryLines, arbitraryLines, (charged, now) => {
        const ofMonth = '2026-01';
        const adjustments = adjustStatement({ ofMonth, now, charged });
        const after = [...charged, ...adjustments];
        expect(sums(after)).toEqual(sums(now));
        expect(adjustStatement({ ofMonth, now, charged: after })).toEqual([]);
      }),
    );
  });
});

describe('canonicalStatement', () => {
  it('is the same in whatever order lines come, and another where a line differs', () => {
    fc.assert(
      fc.property(arbitraryLines, lines => {
        const text = canonicalStatement({ month: '2026-01', lines });
        expect(
          canonicalStatement({ month: '2026-01', lines: lines.toReversed() }),
        ).toBe(text);
        expect(JSON.parse(text).lines).toHaveLength(lines.length);
        const [first, ...rest] = lines;
        const changed = first && [
          { ...first, amount: `${first.amount}1` },
          ...rest,
        ];
        const other =
          changed && canonicalStatement({ month: '2026-01', lines: changed });
        expect(other).not.toBe(text);
      }),
    );
  });
});

describe('totalsOfLines', () => {
  it('adds owners to the total', () => {
    fc.assert(
      fc.property(arbitraryLines, lines => {
        const { totals, owners } = totalsOfLines(lines);
        for (const { currency, total, cost } of totals) {
          const own = owners.filter(each => each.currency === currency);
          expect(add(own.map(each => each.total)).toFixed(2)).toBe(total);
          expect(cost).toBe(total);
        }
      }),
    );
  });
});

describe('csvCell', () => {
  it('leaves no formula, and keeps numbers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const cell = csvCell(text);
        const content = cell.startsWith('"')
          ? cell.slice(1, -1).replaceAll('""', '"')
          : cell;
        expect(
          /^[=+\-@\t\r\n]/.test(content) && !/^-?\d+(\.\d+)?$/.test(content),
        ).toBe(false);
        expect(content.replace(/^'/, '')).toBe(text.replace(/^'/, ''));
      }),
    );
    expect(csvCell('-12.30')).toBe('-12.30');
    expect(csvCell('=1+2')).toBe("'=1+2");
    expect(csvCell('-1+2')).toBe("'-1+2");
    expect(csvCell('@SUM(A1)')).toBe("'@SUM(A1)");
    expect(csvCell('\tx')).toBe('"\'\tx"');
    expect(csvCell('a"b,c')).toBe('"a""b,c"');
  });

  it('writes a statement with its totals', () => {
    const line: StatementLine = {
      owner: 'group:default/a',
      entityRef: '=cmd()',
      bucket: '',
      kind: 'cost',
      ofMonth: '2026-01',
      currency: 'EUR',
      amount: '-5.00',
    };
    expect(
      statementCsv({
        month: '2026-01',
        lines: [line],
        ...totalsOfLines([line]),
      }),
    ).toBe(
      'Month,Kind,Month of cost,Owner,Entity,Bucket,Currency,Amount\r\n' +
        "2026-01,cost,2026-01,group:default/a,'=cmd(),,EUR,-5.00\r\n" +
        '2026-01,total,,,,,EUR,-5.00\r\n',
    );
  });
});
