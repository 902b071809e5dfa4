import type { SeriesPoint } from '../chart';

/** One week of a series of hours, counted from Monday, 6 October 2025. */
export function weekPoint(
  index: number,
  more: Partial<SeriesPoint> = {},
): SeriesPoint {
  const at = (days: number) =>
    new Date(Date.UTC(2025, 9, 6 + days)).toISOString();
  return {
    period: { from: at(index * 7), to: at(index * 7 + 7) },
    complete: true,
    value: 24 * (index + 1),
    unit: 'h',
    sampleSize: index + 1,
    state: 'ok',
    ...more,
  };
}
