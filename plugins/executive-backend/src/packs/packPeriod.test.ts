import fc from 'fast-check';
import { nextPackDay, packPeriod } from './packPeriod';

const instants = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const daysOfMonth = fc.integer({ min: 1, max: 28 });

describe('the month of a pack', () => {
  it('is of the day before it is due, compared with a month earlier', () => {
    expect(packPeriod(new Date('2026-03-15T12:00:00Z'), 1)).toEqual({
      month: '2026-03',
      dueAt: '2026-03-01T06:00:00.000Z',
      day: '2026-02-28',
      compare: '2026-01-31',
    });
  });

  it('comes next on its day, of the next year after December', () => {
    expect(nextPackDay(new Date('2026-12-10T05:59:00Z'), 10)).toBe(
      '2026-12-10',
    );
    expect(nextPackDay(new Date('2026-12-10T06:00:00Z'), 10)).toBe(
      '2027-01-10',
    );
  });

  it('is never in the past, at most a month away, and on its day', () => {
    fc.assert(
      fc.property(instants, daysOfMonth, (now, dayOfMonth) => {
        const next = nextPackDay(now, dayOfMonth);
        expect(`${next}T06:00:00.000Z` > now.toISOString()).toBe(true);
        expect(Number(next.slice(8))).toBe(dayOfMonth);
        expect(Date.parse(next) - now.getTime()).toBeLessThanOrEqual(
          31 * 86_400_000,
        );
        const { compare, day } = packPeriod(now, dayOfMonth);
        expect(compare < day).toBe(true);
      }),
    );
  });
});
