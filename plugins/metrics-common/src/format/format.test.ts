import fc from 'fast-check';
import {
  formatAgo,
  formatChange,
  formatDay,
  formatDuration,
  formatInstant,
  formatNumber,
  formatPeriod,
  formatRatio,
  formatTick,
  formatValue,
  unitName,
} from './format';
import { formatMoney } from './formatMoney';
import { formatSample } from './formatSample';

const en = { locale: 'en-GB', timeZone: 'UTC' };
const plain = (text: string) => text.replace(/\s/g, ' ');
const duration = (hours: number) => plain(formatDuration(hours, en));

const secondsOf: Record<string, number> = {
  d: 86_400,
  h: 3_600,
  m: 60,
  s: 1,
};

function readBack(text: string) {
  const parts = plain(text)
    .replaceAll(',', '')
    .matchAll(/(\d+) ([a-z]+)/g);
  return [...parts].map(([, number, unit]) => ({
    number: Number(number),
    unit: secondsOf[unit],
  }));
}

describe('formatDuration', () => {
  it('makes no day of hours', () => {
    expect(duration(23.5)).toBe('23 h 30 m');
    expect(duration(24 - 1 / 7200)).toBe('1 d');
    expect(duration(59.99 / 60)).toBe('59 m 59 s');
  });

  it('writes the two largest parts', () => {
    expect(duration(52)).toBe('2 d 4 h');
    expect(duration(48)).toBe('2 d');
    expect(duration(1.844)).toBe('1 h 51 m');
    expect(duration(0.5)).toBe('30 m');
    expect(duration(42 / 3600)).toBe('42 s');
    expect(duration(0)).toBe('0 s');
    expect(duration(-52)).toBe('−2 d 4 h');
  });

  it('carries when rounding reaches the next unit', () => {
    expect(duration(23.9999)).toBe('1 d');
    expect(duration(59.9999 / 60)).toBe('1 h');
    expect(duration(59.9 / 3600)).toBe('1 m');
  });

  it("speaks the reader's language", () => {
    expect(plain(formatDuration(52, { ...en, display: 'long' }))).toBe(
      '2 days 4 hours',
    );
    expect(plain(formatDuration(52, { locale: 'de', display: 'long' }))).toBe(
      '2 Tage 4 Stunden',
    );
  });

  it('has at most two parts, none of them overflowing, within half of the smaller', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100_000, noNaN: true }),
        (hours: number) => {
          const parts = readBack(formatDuration(hours, en));
          expect(parts.length).toBeGreaterThanOrEqual(1);
          expect(parts.length).toBeLessThanOrEqual(2);

          const [large, small] = parts;
          const step =
            { 86_400: 3_600, 3_600: 60, 60: 1 }[large.unit] ?? large.unit;
          expect(small?.unit ?? step).toBe(step);
          expect((small?.number ?? 0) * step).toBeLessThan(large.unit);
          const seconds = parts.reduce((sum, p) => sum + p.number * p.unit, 0);
          expect(Math.abs(seconds - hours * 3_600)).toBeLessThanOrEqual(
            step / 2 + 1e-6,
          );
        },
      ),
    );
  });

  it('never makes a longer span read as a shorter one', () => {
    const hours = fc.double({ min: 0, max: 10_000, noNaN: true });
    const total = (text: string) =>
      readBack(text).reduce((sum, part) => sum + part.number * part.unit, 0);
    fc.assert(
      fc.property(hours, hours, (a: number, b: number) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(total(formatDuration(less, en))).toBeLessThanOrEqual(
          total(formatDuration(more, en)),
        );
      }),
    );
  });
});

describe('values', () => {
  it('carries its unit and no false precision', () => {
    expect(formatRatio(2 / 26, en)).toBe('7.7%');
    expect(formatRatio(0, en)).toBe('0.0%');
    expect(formatRatio(1, en)).toBe('100.0%');
    expect(formatRatio(0.9994, en)).toBe('99.9%');
    expect(formatRatio(0.9995, en)).toBe('99.95%');
    expect(formatRatio(0.99997, en)).toBe('99.997%');
    expect(formatRatio(-0.0002, en)).toBe('-0.02%');
    expect(formatRatio(1.0003, en)).toBe('100.03%');
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        ratio => {
          expect(Number.parseFloat(formatRatio(ratio, en))).toBeGreaterThan(0);
          expect(Number.parseFloat(formatRatio(ratio, en))).toBeLessThan(100);
        },
      ),
    );
    expect(formatValue(0, 'ratio', en)).toBe('0.0%');
    expect(formatValue(2.0656, '1/week', en)).toBe('2.1 per week');
    expect(formatValue(12.5, 'currency:EUR', en)).toBe('€12.50');
    expect(formatValue(1250.4, 'currency:EUR', en)).toBe('€1,250');
    expect(unitName('currency:EUR')).toBe('EUR');
    expect(unitName('h')).toBe('time');
    expect(formatValue(0.025, '1/week', en)).toBe('0.025 per week');
    expect(formatValue(1250, 'count', en)).toBe('1,250');
    expect(plain(formatValue(55.57, 'h', en))).toBe('2 d 8 h');
    expect(formatNumber(2.0656, { locale: 'de' })).toBe('2,1');
  });

  it('keeps axis ticks short', () => {
    expect(formatTick(0, 'h', en)).toBe('0');
    expect(plain(formatTick(48, 'h', en))).toBe('2 d');
    expect(formatTick(0.25, 'ratio', en)).toBe('25%');
    expect(formatTick(2, '1/week', en)).toBe('2');
  });
});

describe('formatSample', () => {
  it('writes a number of things as one, and a time as a time', () => {
    expect(formatSample({ sample: 'deployments' }, 1250, en)).toBe(
      '1,250 deployments',
    );
    const known = { sample: 'known time', sampleUnit: 'second' } as const;
    expect(plain(formatSample(known, 145_152_000, en))).toBe(
      '1,680 d known time',
    );
  });
});

describe('formatMoney', () => {
  it('has a currency, thousands, and cents only below 100', () => {
    expect(formatMoney('1249.5', 'USD', { locale: 'en-US' })).toBe('$1,250');
    expect(formatMoney('12.5', 'USD', { locale: 'en-US' })).toBe('$12.50');
    expect(formatMoney('0.000', 'USD', { locale: 'en-US' })).toBe('$0');
    expect(formatMoney('0.001', 'USD', { locale: 'en-US' })).toBe('$0.00');
    expect(formatMoney(-99.994, 'USD', { locale: 'en-US' })).toBe('-$99.99');
    expect(formatMoney(99.995, 'USD', { locale: 'en-US' })).toBe('$100');
    expect(plain(formatMoney('-1234', 'EUR', { locale: 'de' }))).toBe(
      '-1.234 €',
    );
    expect(formatMoney('5', 'JPY', { locale: 'en-US' })).toBe('¥5');
  });

  it('loses no digit of an amount that a number cannot hold', () => {
    expect(formatMoney('90071992547409931', 'USD', { locale: 'en-US' })).toBe(
      '$90,071,992,547,409,931',
    );
  });
});

describe('formatChange', () => {
  it('says direction and size in words', () => {
    const change = (a: number, b: number, unit: 'h' | 'ratio' | '1/week') => {
      const result = formatChange(a, b, unit, en);
      return { ...result, text: plain(result.text) };
    };
    expect(change(60, 48, 'h')).toEqual({
      direction: 'up',
      text: '12 h longer',
    });
    expect(change(0.05, 0.062, 'ratio')).toEqual({
      direction: 'down',
      text: '1.2 points lower',
    });
    expect(change(0.99949, 0.99951, 'ratio').text).toBe('0.002 points lower');
    expect(change(2.5, 2.1, '1/week')).toEqual({
      direction: 'up',
      text: '0.4 per week more',
    });
  });

  it('counts values that read the same as the same', () => {
    expect(formatChange(0.50001, 0.5, 'ratio', en)).toEqual({
      direction: 'same',
      text: 'no change',
    });
  });
});

describe('times', () => {
  it('writes half-open periods by their first and last day', () => {
    const period = {
      from: '2025-11-03T00:00:00.000Z',
      to: '2025-11-10T00:00:00.000Z',
    };
    expect(plain(formatPeriod(period, en))).toBe('3 – 9 Nov 2025');
  });

  it('writes periods in the zone in which they were cut', () => {
    const period = {
      from: '2025-11-02T23:00:00.000Z',
      to: '2025-11-09T23:00:00.000Z',
    };
    const options = { ...en, daysIn: 'Europe/Berlin' };
    expect(plain(formatPeriod(period, options))).toBe('3 – 9 Nov 2025');
    expect(formatDay(period.from, options)).toBe('3 Nov');
  });

  it('writes instants with their zone', () => {
    expect(formatInstant('2025-11-03T14:02:00Z', en)).toBe(
      '3 Nov 2025, 14:02 UTC',
    );
  });

  it('writes ages', () => {
    const now = new Date('2025-11-10T12:00:00Z');
    expect(formatAgo('2025-11-07T11:00:00Z', now, en)).toBe('3 days ago');
    expect(formatAgo('2025-11-10T09:30:00Z', now, en)).toBe('2 hours ago');
    expect(formatAgo('2025-11-10T11:59:40Z', now, en)).toBe('this minute');
  });
});
