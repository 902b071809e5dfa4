import type { TrendInterval } from '../api';

/**
 * A point of a trend, in epoch milliseconds, half-open.
 *
 * @public
 */
export type TrendPeriod = { from: number; to: number; complete: boolean };

const day = 86_400_000;

/**
 * Cuts a period at the days, weeks (from Monday) or months of UTC. A first or last point that the period cuts short
 * is incomplete, and so is one that has not ended `now`.
 *
 * Stops after `limit` points, so that no request can ask for more than it may: the caller compares lengths.
 *
 * @public
 */
export function trendPeriods(options: {
  from: number;
  to: number;
  interval: TrendInterval;
  now: number;
  limit: number;
}): TrendPeriod[] {
  const { from, to, interval, now, limit } = options;
  const points: TrendPeriod[] = [];
  let start = intervalStart(from, interval);
  while (start < to && points.length < limit) {
    const end = nextStart(start, interval);
    const complete = start >= from && end <= to && end <= now;
    points.push({
      from: Math.max(start, from),
      to: Math.min(end, to),
      complete,
    });
    start = end;
  }
  return points;
}

/**
 * Widens a period, in epoch milliseconds, to the whole days, weeks or months that it touches. A rate over the few hours
 * that a cut leaves of a week says nothing.
 *
 * @public
 */
export function wholeTrendPeriods(options: {
  from: number;
  to: number;
  interval: TrendInterval;
}): { from: number; to: number } {
  const { from, to, interval } = options;
  return {
    from: intervalStart(from, interval),
    to: nextStart(intervalStart(to - 1, interval), interval),
  };
}

function intervalStart(at: number, interval: TrendInterval): number {
  const date = new Date(at);
  const midnight = Math.floor(at / day) * day;
  if (interval === 'month') {
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  }
  if (interval === 'week') {
    // getUTCDay counts from Sunday; weeks here begin on Monday.
    return midnight - ((date.getUTCDay() + 6) % 7) * day;
  }
  return midnight;
}

function nextStart(start: number, interval: TrendInterval): number {
  if (interval === 'month') {
    const date = new Date(start);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  }
  return start + (interval === 'week' ? 7 * day : day);
}
