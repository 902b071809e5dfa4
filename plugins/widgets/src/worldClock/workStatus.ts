import type { Place } from './Place';
import { workingHours } from './workingHours';

/** The longest that is looked ahead: the week that a place is closed at most, and a day. */
const LOOK_AHEAD_MS = 8 * 24 * 3_600_000;

/** Whether a place is at work, and until when that stays so; never, where it has no working days. */
export interface WorkStatus {
  isAtWork: boolean;
  /** When work ends, or begins again, in milliseconds since 1970. */
  until?: number;
}

/** Whether a place is at work at an instant. */
export function workStatus(place: Place, now: number): WorkStatus {
  const [next] = workingHours(place, { from: now, to: now + LOOK_AHEAD_MS });
  if (!next) {
    return { isAtWork: false };
  }
  return next.from <= now
    ? { isAtWork: true, until: next.to }
    : { isAtWork: false, until: next.from };
}
