import fc from 'fast-check';
import { anomalyNeed, scoreLastDay } from './scoreLastDay';

const day = '2026-05-20';
const week = fc.array(fc.integer({ min: 10, max: 1000 }), {
  minLength: 7,
  maxLength: 7,
});
const noise = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
  minLength: 62,
  maxLength: 62,
});

describe('scoreLastDay', () => {
  it('finds nothing in a week that repeats with a little noise', () => {
    fc.assert(
      fc.property(week, noise, (pattern, wiggle) => {
        const values = wiggle.map((each, index) => pattern[index % 7] + each);
        const score = scoreLastDay({ day, values });
        expect(Math.abs(score!.actual - score!.expected)).toBeLessThanOrEqual(
          5,
        );
      }),
    );
  });

  it('finds a jump, whatever the weekday, and says how much it is', () => {
    fc.assert(
      fc.property(
        week,
        noise,
        fc.integer({ min: 500, max: 5000 }),
        (pattern, wiggle, jump) => {
          const values = wiggle.map((each, index) => pattern[index % 7] + each);
          values[values.length - 1] += jump;
          const { score, actual, expected } = scoreLastDay({ day, values })!;
          expect(score).toBeGreaterThan(8);
          expect(Math.abs(actual - expected - jump)).toBeLessThanOrEqual(5);
        },
      ),
    );
  });

  it('is not blinded by an odd day before', () => {
    fc.assert(
      fc.property(week, fc.integer({ min: 40, max: 60 }), (pattern, odd) => {
        const values = Array.from({ length: 62 }, (_, i) => pattern[i % 7]);
        values[odd] += 100_000;
        values[61] += odd === 61 ? 0 : 500;
        const { actual, expected } = scoreLastDay({ day, values })!;
        expect(actual - expected).toBeCloseTo(500);
      }),
    );
  });

  it('needs three weeks', () => {
    expect(
      scoreLastDay({ day, values: Array(anomalyNeed).fill(1) }),
    ).toBeUndefined();
    expect(
      scoreLastDay({ day, values: Array(anomalyNeed + 1).fill(1) }),
    ).toEqual({ actual: 1, expected: 1, score: 0 });
  });

  it('expects the fee of the first again', () => {
    const values = Array(62).fill(10);
    // 62 days that end with 1 May: 1 April is 30 days before.
    values[61] = 510;
    expect(scoreLastDay({ day: '2026-05-01', values })!.expected).toBe(10);
    values[31] = 500;
    expect(scoreLastDay({ day: '2026-05-01', values })!.expected).toBe(500);
  });

  it('expects the tax of the last again, however long the month is', () => {
    const values = Array(62).fill(10);
    // 62 days that end with 31 October: 30 September is 31 days before.
    values[61] = 510;
    expect(scoreLastDay({ day: '2026-10-31', values })!.expected).toBe(10);
    values[30] = 500;
    expect(scoreLastDay({ day: '2026-10-31', values })!.expected).toBe(500);
    // In the middle of a month nothing is expected of the day that is as far from its end.
    const middle = Array(62).fill(10);
    middle[30] = 500;
    middle[61] = 510;
    expect(scoreLastDay({ day: '2026-10-15', values: middle })!.expected).toBe(
      10,
    );
  });

  it('falls below as well', () => {
    const values = Array(40).fill(100);
    values[39] = 0;
    expect(scoreLastDay({ day, values })).toMatchObject({
      actual: 0,
      expected: 100,
      score: -100,
    });
  });
});
