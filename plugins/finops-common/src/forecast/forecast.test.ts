import fc from 'fast-check';
import { backtestOrigins, halfWidth, measureBacktest } from './backtest';
import { forecastCosts, type SeriesForecaster } from './forecastCosts';
import { seasonalNaive } from './seasonalNaive';

const first = Date.UTC(2026, 0, 1);
const dayOf = (index: number) =>
  new Date(first + index * 86_400_000).toISOString().slice(0, 10);
const daysOf = (values: readonly number[]) =>
  values.map((value, index) => ({
    day: dayOf(index),
    total: value.toFixed(2),
  }));
/** One that can't be loaded. */
const nothing: SeriesForecaster = async series => series.map(() => undefined);

describe('seasonalNaive', () => {
  it('repeats a week for ever', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), {
          minLength: 7,
          maxLength: 7,
        }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 0, max: 60 }),
        (week, weeks, horizon) => {
          const values = Array.from(
            { length: weeks * 7 },
            (_, i) => week[i % 7],
          );
          expect(seasonalNaive({ values, horizon })).toEqual(
            Array.from({ length: horizon }, (_, i) => week[i % 7]),
          );
        },
      ),
    );
  });
});

describe('backtest', () => {
  it('hides days that are there, and leaves two weeks to learn from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), length => {
        const origins = backtestOrigins(length);
        for (const { origin, horizon } of origins) {
          expect(origin).toBeGreaterThanOrEqual(14);
          expect(origin + horizon).toBeLessThanOrEqual(length);
        }
        expect(origins.length > 0).toBe(length > 14);
        expect(origins.length).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('measures what was wrong', () => {
    const result = measureBacktest([
      { actual: [10, 10], expected: [9, 13] },
      { actual: [0, 20], expected: [0, 20] },
    ]);
    expect(result.wape).toBeCloseTo(4 / 40);
    expect(result.days).toBe(4);
    expect(halfWidth(result, { days: 1, ahead: 1 })).toBeLessThan(
      halfWidth(result, { days: 1, ahead: 50 }),
    );
  });
});

describe('forecastCosts', () => {
  it('says how many days are missing', async () => {
    expect(
      await forecastCosts({
        days: daysOf(Array(20).fill(5)),
        forecaster: nothing,
      }),
    ).toMatchObject({ state: 'insufficient-data', have: 20, need: 21 });
    expect(
      await forecastCosts({ days: [], forecaster: nothing }),
    ).toMatchObject({ state: 'insufficient-data', have: 0, need: 21 });
  });

  it('adds the known days exactly and expects the rest, with the figure in its interval', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), {
          minLength: 21,
          maxLength: 120,
        }),
        async cents => {
          const days = daysOf(cents.map(each => each / 100));
          const forecast = await forecastCosts({ days, forecaster: nothing });
          expect(forecast.state).toBe('ok');
          expect(forecast.method).toBe('seasonal-naive');
          expect(forecast.months).toHaveLength(4);
          const [month] = forecast.months;
          const sum = days
            .filter(({ day }) => day.startsWith(month.month))
            .reduce((total, { total: each }) => total + Number(each) * 100, 0);
          expect(Math.round(Number(month.actual) * 100)).toBe(Math.round(sum));
          for (const each of [...forecast.months, ...forecast.days]) {
            const [lower, expected, upper] = [
              each.lower,
              each.expected,
              each.upper,
            ].map(Number);
            expect(lower).toBeLessThanOrEqual(expected);
            expect(expected).toBeLessThanOrEqual(upper);
            expect(lower).toBeGreaterThanOrEqual(0);
          }
          const expectedDays = forecast.days.reduce(
            (total, { expected }) => total + Number(expected),
            Number(month.actual),
          );
          const months = forecast.months.reduce(
            (total, { expected }) => total + Number(expected),
            0,
          );
          expect(months).toBeCloseTo(expectedDays, -1);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('takes the method that did better on hidden days, and does not trust nonsense', async () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 + index);
    const line: SeriesForecaster = async series =>
      series.map(each =>
        Array.from(
          { length: each.horizon },
          (_, index) => (each.values.at(-1) ?? 0) + index + 1,
        ),
      );
    const straight = await forecastCosts({
      days: daysOf(values),
      forecaster: line,
    });
    expect(straight).toMatchObject({
      method: 'mstl-ets',
      error: { measure: 'wape', origins: 4, days: 112 },
    });
    expect(straight.error?.value).toBeCloseTo(0);
    expect(straight.days[0]).toMatchObject({
      day: dayOf(100),
      expected: '200.00',
    });
    const odd: SeriesForecaster = async series =>
      series.map(each => Array(each.horizon).fill(NaN));
    expect(
      await forecastCosts({ days: daysOf(values), forecaster: odd }),
    ).toMatchObject({ method: 'seasonal-naive' });
  });

  it('covers about four of five months of noise around a week', async () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    let covered = 0;
    const runs = 200;
    for (let run = 0; run < runs; run++) {
      const values = Array.from(
        { length: 151 },
        (_, index) => 100 + (index % 7 < 5 ? 20 : 0) + 40 * random(),
      );
      // January to April are known, May is expected.
      const { months } = await forecastCosts({
        days: daysOf(values.slice(0, 120)),
        forecaster: nothing,
      });
      const actual = values.slice(120).reduce((sum, value) => sum + value, 0);
      const [{ lower, upper, month }] = months;
      expect(month).toBe('2026-05');
      covered += Number(lower) <= actual && actual <= Number(upper) ? 1 : 0;
    }
    expect(covered / runs).toBeGreaterThan(0.7);
    expect(covered / runs).toBeLessThan(0.99);
  });
});
