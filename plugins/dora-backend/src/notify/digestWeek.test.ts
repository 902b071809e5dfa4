import { ConfigReader } from '@backstage/config';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { digestWeek } from './digestWeek';
import { readNotifyConfig } from './readNotifyConfig';

const day = 86_400_000;

describe('digestWeek', () => {
  it('is that of the newest weekday and hour in the time zone', () => {
    const berlin = { weekday: 1, hour: 8, timeZone: 'Europe/Berlin' };
    const at = (text: string) => digestWeek(Date.parse(text), berlin);
    // A Monday in summer, two hours before UTC.
    expect(at('2026-05-11T05:59:59Z').day).toBe('2026-05-04');
    expect(at('2026-05-11T06:00:00Z')).toEqual({
      day: '2026-05-11',
      sentAt: Date.parse('2026-05-11T06:00:00Z'),
      period: {
        from: Date.parse('2026-04-12T22:00:00Z'),
        to: Date.parse('2026-05-10T22:00:00Z'),
      },
      before: {
        from: Date.parse('2026-04-05T22:00:00Z'),
        to: Date.parse('2026-05-03T22:00:00Z'),
      },
      lastWeek: {
        from: Date.parse('2026-05-03T22:00:00Z'),
        to: Date.parse('2026-05-10T22:00:00Z'),
      },
    });
    expect(at('2026-05-17T23:59:59Z').day).toBe('2026-05-11');
  });

  it('follows one after the other without a gap, whatever the zone does to its clocks', () => {
    fc.assert(
      fc.property(
        fc.integer({
          min: Date.UTC(2020, 0, 1),
          max: Date.UTC(2035, 0, 1),
        }),
        fc.record({
          weekday: fc.integer({ min: 1, max: 7 }),
          hour: fc.integer({ min: 0, max: 23 }),
          timeZone: fc.constantFrom(
            'Europe/Berlin',
            'America/St_Johns',
            'Australia/Lord_Howe',
            'Pacific/Apia',
            'UTC',
          ),
        }),
        (now, settings) => {
          const week = digestWeek(now, settings);
          expect(week.sentAt).toBeLessThanOrEqual(now);
          expect(now - week.sentAt).toBeLessThanOrEqual(7 * day + 3_600_000);
          expect(DateTime.fromISO(week.day).weekday).toBe(settings.weekday);
          expect(digestWeek(week.sentAt, settings)).toEqual(week);
          const last = digestWeek(week.sentAt - 1, settings);
          expect(DateTime.fromISO(last.day).plus({ days: 7 }).toISODate()).toBe(
            week.day,
          );
          expect(last.period).toEqual(week.before);
          expect(last.lastWeek.to).toBe(week.lastWeek.from);
        },
      ),
    );
  });
});

describe('readNotifyConfig', () => {
  const read = (notifications: object, portal: object = {}) =>
    readNotifyConfig(
      new ConfigReader({
        portal: { ...portal },
        dora: { notifications: { ...notifications } },
      }),
    );

  it('tells of tiers, and sends digests where it is a demo or wanted', () => {
    expect(read({})).toEqual({ tierChanges: { holdDays: 3 } });
    expect(read({}, { demo: true, timeZone: 'Asia/Tokyo' }).digest).toEqual({
      weekday: 1,
      hour: 8,
      timeZone: 'Asia/Tokyo',
    });
    const digest = { enabled: true, weekday: 'Friday', hour: 0 };
    expect(read({ digest, tierChanges: { enabled: false } })).toEqual({
      digest: { weekday: 5, hour: 0, timeZone: 'Europe/Berlin' },
    });
    expect(
      read({ digest: { enabled: false } }, { demo: true }),
    ).not.toHaveProperty('digest.hour');
  });

  it.each([
    [{ tierChanges: { holdDays: 1.5 } }, /holdDays: found 1.5/],
    [{ digest: { enabled: true, hour: 24 } }, /hour: found 24/],
    [
      { digest: { enabled: true, weekday: 'Montag' } },
      /weekday: found "Montag"/,
    ],
    [{ digest: { enabled: true, timeZone: 'Mars' } }, /timeZone: found "Mars"/],
  ])('says what is wrong with %j', (notifications, message) => {
    expect(() => read(notifications)).toThrow(message);
  });
});
