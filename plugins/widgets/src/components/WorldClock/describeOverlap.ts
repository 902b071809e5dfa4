import { formatDuration } from '@portal/plugin-metrics-react';
import type { Overlap } from '../../worldClock';
import { clock } from './words';

const HOUR_MS = 3_600_000;

/** When most places are at work together in the next 24 hours, in the time of the reader. */
export function describeOverlap(
  overlaps: readonly Overlap[],
  all: number,
  now: number,
): string {
  const most = Math.max(0, ...overlaps.map(({ places }) => places.length));
  const best = overlaps.find(({ places }) => places.length === most);
  if (!best) {
    return 'No two places are at work together in the next 24 hours.';
  }
  const who = most === all ? 'All' : best.places.join(', ');
  const length = formatDuration((best.to - best.from) / HOUR_MS);
  return best.from <= now
    ? `${who} are at work together now, for ${length}.`
    : `${who} are at work together from ${clock(
        best.from,
      )} your time, for ${length}.`;
}
