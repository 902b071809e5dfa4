import type { DataColumn } from '../table';
import type { SeriesPoint } from './SeriesPoint';

type SeriesField = Exclude<keyof SeriesPoint, 'period'>;

function column(id: SeriesField): DataColumn<SeriesPoint> {
  return {
    id,
    title: id,
    text: point => String(point[id] ?? ''),
    value: point => point[id],
  };
}

/** What a file holds of each point of a series. */
export const seriesColumns: readonly DataColumn<SeriesPoint>[] = [
  { id: 'from', title: 'from', text: point => point.period.from },
  { id: 'to', title: 'to', text: point => point.period.to },
  column('complete'),
  column('value'),
  column('unit'),
  column('sampleSize'),
  column('state'),
];
