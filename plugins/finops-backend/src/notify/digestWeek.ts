import { DateTime } from 'luxon';

/** When groups get a digest. */
export type DigestSettings = {
  /** 1 for Monday to 7 for Sunday. */
  weekday: number;
  /** 0 to 23. */
  hour: number;
  /** As `Europe/Berlin`. */
  timeZone: string;
};

/** A week that digests are sent for. Days are `YYYY-MM-DD`. */
export type DigestWeek = {
  /** The day on which it is sent: its name. */
  day: string;
  /** When it is sent, in epoch milliseconds. */
  sentAt: number;
  /** The seven days before that day, and the seven before those: `[before, from)` and `[from, day)`. */
  from: string;
  before: string;
};

/** The newest week whose digests are to be sent at an instant, or were. */
export function digestWeek(now: number, settings: DigestSettings): DigestWeek {
  const { weekday, hour, timeZone } = settings;
  const local = DateTime.fromMillis(now, { zone: timeZone });
  const thisWeek = local.startOf('week').plus({ days: weekday - 1 });
  const isOver = thisWeek.set({ hour }) <= local;
  const day = isOver ? thisWeek : thisWeek.minus({ days: 7 });
  const nameOf = (date: DateTime) => date.toFormat('yyyy-MM-dd');
  return {
    day: nameOf(day),
    sentAt: day.set({ hour }).toMillis(),
    from: nameOf(day.minus({ days: 7 })),
    before: nameOf(day.minus({ days: 14 })),
  };
}
