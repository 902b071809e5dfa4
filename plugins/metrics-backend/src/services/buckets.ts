import {
  dayName,
  dayNumber,
  type BucketDays,
  type MetricBucket,
} from '@portal/plugin-metrics-common';

/** Days `[from, to)` of a bucket. */
export type Bucket = { from: number; to: number; complete: boolean };

/** 1970-01-01 was a Thursday. */
const firstMonday = -3;

/**
 * The days, weeks from Monday or calendar months of a period, cut to it.
 *
 * @param today - a bucket that is not over before it is not complete.
 */
export function bucketsOf(options: {
  from: number;
  to: number;
  bucket: MetricBucket;
  today: number;
}): Bucket[] {
  const { from, to, bucket, today } = options;
  const buckets: Bucket[] = [];
  let start = startOf(bucket, from);
  while (start < to) {
    const end = next(bucket, start);
    buckets.push({
      from: Math.max(start, from),
      to: Math.min(end, to),
      complete: start >= from && end <= to && end <= today,
    });
    start = end;
  }
  return buckets;
}

/** A bucket that still runs is as long as its days that could be reported; a rate is divided by at least one. */
export function reportableDays(
  bucket: { from: number; to: number },
  lastDay: number,
): number {
  return Math.max(1, Math.min(bucket.to, lastDay + 1) - bucket.from);
}

export function toBucketDays(bucket: Bucket): BucketDays {
  const { from, to, complete } = bucket;
  return { from: dayName(from), to: dayName(to), complete };
}

function startOf(bucket: MetricBucket, day: number): number {
  switch (bucket) {
    case 'day':
      return day;
    case 'week':
      return day - ((day - firstMonday) % 7);
    default:
      return dayNumber(`${dayName(day).slice(0, 7)}-01`) ?? day;
  }
}

function next(bucket: MetricBucket, start: number): number {
  switch (bucket) {
    case 'day':
      return start + 1;
    case 'week':
      return start + 7;
    default:
      // No month has 32 days, and no two have fewer than that together.
      return startOf('month', start + 31);
  }
}
