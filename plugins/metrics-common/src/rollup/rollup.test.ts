import fc from 'fast-check';
import { dayName, dayNumber, dayOfInstant, startOfDay } from '../days';
import type { MetricParts } from '../MetricParts';
import { addParts } from './addParts';
import { addDecimals, isDecimal, toDecimal } from './decimals';
import { distributionOf } from './distributionOf';
import { valueOfParts } from './valueOfParts';

const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(value => {
  const digits = String(value < 0 ? -value : value).padStart(3, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
});

const ratio = fc
  .tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 }))
  .map(([a, b]): MetricParts => {
    return { numerator: String(Math.min(a, b)), denominator: String(b) };
  });

function ratioOf(parts: MetricParts) {
  const definition = { aggregation: 'ratio', unit: 'ratio' } as const;
  return valueOfParts({ definition, parts, days: 1 });
}

describe('decimals', () => {
  it('add exactly, in any order and grouping', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3');
    expect(addDecimals('-0.05', '0.05')).toBe('0');
    expect(addDecimals('99999999999999999999.99', '0.01')).toBe(
      '100000000000000000000',
    );
    fc.assert(
      fc.property(cents, cents, cents, (a, b, c) => {
        expect(addDecimals(addDecimals(a, b), c)).toBe(
          addDecimals(a, addDecimals(c, b)),
        );
      }),
    );
  });

  it('write numbers without exponents, or not at all', () => {
    expect(toDecimal(1e-7)).toBe('0.000000100000000');
    expect(toDecimal(1e20)).toBe('100000000000000000000');
    for (const number of [NaN, Infinity, 1e21]) {
      expect(toDecimal(number)).toBeUndefined();
    }
    expect(['1e5', '', '.5', '1.', '0x1', ' 1'].filter(isDecimal)).toEqual([]);
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), number => {
        const text = toDecimal(number);
        expect(text && isDecimal(text)).toBe(true);
        expect(Math.abs(Number(text) - number)).toBeLessThanOrEqual(1e-15);
      }),
    );
  });
});

describe('parts', () => {
  it('add to the same whole however they are split', () => {
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 1, maxLength: 30 }),
        fc.nat(30),
        (sums, cut) => {
          const all = sums.map((sum): MetricParts => ({ sum, count: 1 }));
          const halves = [all.slice(0, cut), all.slice(cut)];
          const totals = halves.flatMap(half => addParts(half) ?? []);
          // A single part is handed on as it came, maybe with zeros at its end.
          const sumOf = (parts?: MetricParts) =>
            addDecimals(parts?.sum ?? '0', '0');
          expect(sumOf(addParts(totals))).toBe(sumOf(addParts(all)));
          expect(addParts(totals)?.count).toBe(sums.length);
        },
      ),
    );
    expect(addParts([])).toBeUndefined();
  });

  it('make ratios between those of their parts, and none of nothing', () => {
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1 }), all => {
        const values = all.map(parts => ratioOf(parts).value ?? NaN);
        const { value = NaN } = ratioOf(addParts(all) ?? {});
        expect(value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
        expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
      }),
    );
    expect(ratioOf({ numerator: '0', denominator: '0' })).toEqual({
      state: 'insufficient-data',
      unit: 'ratio',
      sampleSize: 0,
      have: 0,
      need: 1,
    });
  });

  it('make rates of the length of the period', () => {
    const definition = { aggregation: 'sum', unit: '1/week' } as const;
    expect(valueOfParts({ definition, parts: { sum: '8' }, days: 28 })).toEqual(
      { state: 'ok', value: 2, unit: '1/week', sampleSize: 8 },
    );
    const last = { ...definition, overTime: 'last' } as const;
    expect(
      valueOfParts({
        definition: last,
        parts: { sum: '8', count: 3 },
        days: 28,
      }),
    ).toMatchObject({ value: 8, sampleSize: 3 });
  });
});

describe('distributionOf', () => {
  const bands = [
    { id: 'low', title: 'Low', below: 10 },
    { id: 'middle', title: 'Middle', from: 10, below: 20 },
    { id: 'high', title: 'High', from: 20 },
  ];

  it('counts every entity once, in stretches and in bands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), {
          minLength: 1,
        }),
        values => {
          const found = distributionOf(values, bands);
          const total = (items?: Array<{ count: number }>) =>
            items?.reduce((sum, item) => sum + item.count, 0);
          expect(found?.count).toBe(values.length);
          expect(total(found?.histogram)).toBe(values.length);
          expect(total(found?.bands)).toBe(values.length);
          const { min, p10, p25, p50, p75, p90, max } = found!.quantiles;
          const quantiles = [min, p10, p25, p50, p75, p90, max];
          expect(quantiles).toEqual([...quantiles].sort((a, b) => a - b));
          // Zeros are equal, whatever their sign.
          expect([min + 0, max + 0]).toEqual([
            Math.min(...values) + 0,
            Math.max(...values) + 0,
          ]);
          for (const bin of found!.histogram) {
            const last = bin === found!.histogram[found!.histogram.length - 1];
            expect(bin.count).toBe(
              values.filter(
                value =>
                  value >= bin.from &&
                  (value < bin.to || (last && value <= bin.to)),
              ).length,
            );
          }
        },
      ),
    );
  });

  it('interpolates and has nothing to say of nothing', () => {
    expect(distributionOf([])).toBeUndefined();
    expect(distributionOf([4, 1, 2, 3])?.quantiles).toEqual({
      min: 1,
      p10: 1.3,
      p25: 1.75,
      p50: 2.5,
      p75: 3.25,
      p90: 3.7,
      max: 4,
    });
    expect(distributionOf([5, 5])?.histogram).toEqual([
      { from: 5, to: 5, count: 2 },
    ]);
    expect(distributionOf([1])).not.toHaveProperty('bands');
  });
});

describe('days', () => {
  it('have numbers and names', () => {
    expect(dayNumber('1970-01-02')).toBe(1);
    expect(dayNumber('2026-02-30')).toBeUndefined();
    expect(dayNumber('2026-2-3')).toBeUndefined();
    expect(dayNumber('today')).toBeUndefined();
    expect(dayOfInstant(-Infinity)).toBe(-Infinity);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), day => {
        expect(dayNumber(dayName(day))).toBe(day);
        expect(dayOfInstant(startOfDay(day + 1) - 1)).toBe(day);
      }),
    );
  });
});
