import fc from 'fast-check';
import { DateTime } from 'luxon';
import { overlaps } from './overlaps';
import type { Interval, Place, Weekday } from './Place';
import { workingHours } from './workingHours';
import { workStatus } from './workStatus';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const everyDay: Weekday[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const weekdays = everyDay.slice(0, 5);

const oslo: Place = {
  name: 'Oslo',
  zone: 'Europe/Oslo',
  from: '08:00',
  to: '16:00',
  days: weekdays,
};
const boston: Place = {
  name: 'Boston',
  zone: 'America/New_York',
  from: '09:00',
  to: '17:00',
  days: weekdays,
};

function day(date: string): Interval {
  const from = Date.parse(`${date}T00:00:00Z`);
  return { from, to: from + 24 * HOUR };
}

function written({ from, to }: Interval) {
  return `${new Date(from).toISOString().slice(11, 16)}-${new Date(to)
    .toISOString()
    .slice(11, 16)}`;
}

describe('workingHours', () => {
  it('follows the clocks of the place', () => {
    expect(workingHours(oslo, day('2026-03-27')).map(written)).toEqual([
      '07:00-15:00',
    ]);
    // Europe changed to summer time on 29 March 2026.
    expect(workingHours(oslo, day('2026-03-30')).map(written)).toEqual([
      '06:00-14:00',
    ]);
  });

  it('rests on the days off', () => {
    expect(workingHours(oslo, day('2026-03-28'))).toEqual([]);
  });

  it('counts a night over the change of clocks as long as it is', () => {
    const night: Place = {
      ...oslo,
      from: '22:00',
      to: '06:00',
      days: everyDay,
    };
    const range = {
      from: Date.parse('2026-03-28T12:00:00Z'),
      to: Date.parse('2026-03-29T12:00:00Z'),
    };
    const [shift] = workingHours(night, range);
    expect((shift.to - shift.from) / HOUR).toBe(7);
    const autumn = {
      from: Date.parse('2026-10-24T12:00:00Z'),
      to: Date.parse('2026-10-25T12:00:00Z'),
    };
    const [long] = workingHours(night, autumn);
    expect((long.to - long.from) / HOUR).toBe(9);
  });

  it('joins shifts that touch', () => {
    const always: Place = {
      ...oslo,
      from: '00:00',
      to: '00:00',
      days: everyDay,
    };
    expect(workingHours(always, day('2026-05-05'))).toEqual([
      day('2026-05-05'),
    ]);
  });
});

describe('overlaps', () => {
  it('moves by an hour in the weeks when only one side has changed its clocks', () => {
    expect(overlaps([oslo, boston], day('2026-03-06')).map(written)).toEqual([
      '14:00-15:00',
    ]);
    // America changed on 8 March, Europe on the 29th.
    expect(overlaps([oslo, boston], day('2026-03-10')).map(written)).toEqual([
      '13:00-15:00',
    ]);
    expect(overlaps([oslo, boston], day('2026-03-31')).map(written)).toEqual([
      '13:00-14:00',
    ]);
  });

  const time = fc
    .integer({ min: 0, max: 24 * 60 - 1 })
    .map(
      minutes =>
        `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(
          minutes % 60,
        ).padStart(2, '0')}`,
    );
  const place = fc.record({
    name: fc.constantFrom('A', 'B', 'C'),
    zone: fc.constantFrom(
      'Europe/Oslo',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'America/Santiago',
      'Pacific/Kiritimati',
    ),
    from: time,
    to: time,
    days: fc.subarray(everyDay),
  });

  /** At work by the wall clock of the place, minute by minute: slow, and another way to the same answer. */
  function isAtWork(at: Place, instant: number): boolean {
    const local = DateTime.fromMillis(instant, { zone: at.zone });
    const clock = local.toFormat('HH:mm');
    const works = (when: DateTime) =>
      at.days.includes(everyDay[when.weekday - 1]);
    if (at.from < at.to) {
      return works(local) && at.from <= clock && clock < at.to;
    }
    return (
      (works(local) && clock >= at.from) ||
      (works(local.minus({ days: 1 })) && clock < at.to)
    );
  }

  it('agrees with the wall clocks at every quarter of an hour of days without a change of clocks', () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 4 }),
        (places: Place[]) => {
          const range = day('2026-06-17');
          const found = overlaps(places, range);
          for (let at = range.from; at < range.to; at += 15 * MINUTE) {
            const expected = places.filter(one => isAtWork(one, at));
            const overlap = found.find(({ from, to }) => from <= at && at < to);
            expect(overlap?.places ?? []).toEqual(
              expected.length < 2 ? [] : expected.map(({ name }) => name),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('workStatus', () => {
  it('says until when', () => {
    const noon = Date.parse('2026-06-17T10:00:00Z');
    expect(workStatus(oslo, noon)).toEqual({
      isAtWork: true,
      until: Date.parse('2026-06-17T14:00:00Z'),
    });
    const friday = Date.parse('2026-06-19T20:00:00Z');
    expect(workStatus(oslo, friday)).toEqual({
      isAtWork: false,
      until: Date.parse('2026-06-22T06:00:00Z'),
    });
    expect(workStatus({ ...oslo, days: [] }, friday)).toEqual({
      isAtWork: false,
    });
  });
});
