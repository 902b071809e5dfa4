const day = 24 * 60 * 60 * 1000;

/** Today, or so many days before it, in UTC, as `2026-01-31`. */
export function dayBefore(days: number, now: number = Date.now()): string {
  return new Date(now - days * day).toISOString().slice(0, 10);
}
