import { DateTime } from 'luxon';
import type { Interval, Place, Weekday } from './Place';

const weekdays: readonly Weekday[] = [
  'Mon',
  'Tue',
  'Wed',
  'Thu',
  'Fri',
  'Sat',
  'Sun',
];

/**
 * When a place is at work within a range: sorted and apart from each other. A local time that the clocks skip counts as the
 * one that follows, so a night shift over a change of clocks is as long as it is.
 */
export function workingHours(place: Place, range: Interval): Interval[] {
  const found: Interval[] = [];
  // A shift that began the day before may still run.
  let day = DateTime.fromMillis(range.from, { zone: place.zone })
    .startOf('day')
    .minus({ days: 1 });
  while (day.toMillis() < range.to) {
    if (place.days.includes(weekdays[day.weekday - 1])) {
      const shift = shiftOf(place, day);
      const from = Math.max(shift.from, range.from);
      const to = Math.min(shift.to, range.to);
      const last = found.at(-1);
      if (last && from <= last.to) {
        last.to = Math.max(last.to, to);
      } else if (from < to) {
        found.push({ from, to });
      }
    }
    day = day.plus({ days: 1 });
  }
  return found;
}

function shiftOf(place: Place, day: DateTime): Interval {
  const lastsOverMidnight = place.to <= place.from;
  return {
    from: at(day, place.from),
    to: at(lastsOverMidnight ? day.plus({ days: 1 }) : day, place.to),
  };
}

function at(day: DateTime, time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return day.set({ hour, minute }).toMillis();
}
