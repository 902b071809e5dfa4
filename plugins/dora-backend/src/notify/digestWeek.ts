import { DateTime } from 'luxon';
import type { Span } from '../database/DeliveryStore';
import type { DigestSettings } from './DigestSettings';

/** A week that digests are sent for, and what they look at. Days are cut in the time zone of the settings. */
export type DigestWeek = {
  /** The day on which it is sent, as `2026-01-31`: its name. */
  day: string;
  /** When it is sent, in epoch milliseconds. */
  sentAt: number;
  /** The 28 days before that day. */
  period: Span;
  /** The same a week earlier. */
  before: Span;
  /** The 7 days before that day. */
  lastWeek: Span;
};

/** The newest week whose digests are to be sent at an instant, in epoch milliseconds, or were. */
export function digestWeek(now: number, settings: DigestSettings): DigestWeek {
  const { weekday, hour, timeZone } = settings;
  const local = DateTime.fromMillis(now, { zone: timeZone });
  const thisWeek = local.startOf('week').plus({ days: weekday - 1 });
  const isOver = thisWeek.set({ hour }) <= local;
  const day = isOver ? thisWeek : thisWeek.minus({ days: 7 });
  const at = (daysBefore: number) => day.minus({ days: daysBefore }).toMillis();
  return {
    day: day.toISODate() ?? '',
    sentAt: day.set({ hour }).toMillis(),
    period: { from: at(28), to: at(0) },
    before: { from: at(35), to: at(7) },
    lastWeek: { from: at(7), to: at(0) },
  };
}
