import { addDays } from '../snapshots/days';

/** At this hour of UTC the day before is final, and people begin to work. */
const hour = 'T06:00:00.000Z';

/** A month of a pack. */
export type PackPeriod = {
  /** `YYYY-MM` */
  month: string;
  /** The instant from which it is due, ISO 8601. */
  dueAt: string;
  /** The day that it is of: the last before it is due. */
  day: string;
  /** The same day a month before. */
  compare: string;
};

/** The month of a pack that an instant is in. */
export function packPeriod(now: Date, dayOfMonth: number): PackPeriod {
  return periodOf(now.toISOString().slice(0, 7), dayOfMonth);
}

/** The first day, `YYYY-MM-DD`, on which a pack is made from an instant on; that of this month if it is not due yet. */
export function nextPackDay(now: Date, dayOfMonth: number): string {
  const running = packPeriod(now, dayOfMonth);
  const next =
    now.toISOString() < running.dueAt
      ? running
      : periodOf(monthAfter(running.month), dayOfMonth);
  return next.dueAt.slice(0, 10);
}

function periodOf(month: string, dayOfMonth: number): PackPeriod {
  const due = dayIn(month, dayOfMonth);
  return {
    month,
    dueAt: `${due}${hour}`,
    day: addDays(due, -1),
    compare: addDays(dayIn(monthAfter(month, -1), dayOfMonth), -1),
  };
}

function dayIn(month: string, dayOfMonth: number): string {
  return `${month}-${String(dayOfMonth).padStart(2, '0')}`;
}

function monthAfter(month: string, months = 1): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1))
    .toISOString()
    .slice(0, 7);
}
