import type { SeriesPoint } from './SeriesPoint';

const header = 'from,to,complete,value,unit,sampleSize,state';

/**
 * A trend as CSV for another tool: instants in UTC, values unrounded and in their own unit, nothing where there is
 * no value.
 */
export function toCsv(points: readonly SeriesPoint[]): string {
  const lines = points.map(point =>
    [
      point.period.from,
      point.period.to,
      point.complete,
      point.value ?? '',
      point.unit,
      point.sampleSize,
      point.state,
    ].join(','),
  );
  return `${[header, ...lines].join('\r\n')}\r\n`;
}
