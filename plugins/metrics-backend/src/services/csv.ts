import type { LatestAnswer, SeriesAnswer } from '@portal/plugin-metrics-common';

type Cell = string | number | boolean | undefined;

/** A line for each entity and metric. */
export function* latestCsv(answer: LatestAnswer): Generator<string> {
  yield line(
    'entity,metric,day,window,state,value,unit,sampleSize,since'.split(','),
  );
  for (const { metricId, day, window, values } of answer.metrics) {
    for (const [index, entityRef] of answer.entityRefs.entries()) {
      const { state, value, unit, sampleSize, since } = values[index];
      const key = [entityRef, metricId, day, window];
      yield line([...key, state, value, unit, sampleSize, since]);
    }
  }
}

/** A line for each entity, metric and bucket. */
export function* seriesCsv(answer: SeriesAnswer): Generator<string> {
  yield line(
    'entity,metric,from,to,complete,state,value,unit,sampleSize,since'.split(
      ',',
    ),
  );
  for (const { metricId, series } of answer.metrics) {
    for (const [index, entityRef] of answer.entityRefs.entries()) {
      for (const [place, bucket] of answer.buckets.entries()) {
        const { state, value, unit, sampleSize, since } = series[index][place];
        const { from, to, complete } = bucket;
        const key = [entityRef, metricId, from, to, complete];
        yield line([...key, state, value, unit, sampleSize, since]);
      }
    }
  }
}

/** As RFC 4180 has it. */
function line(cells: Cell[]): string {
  return `${cells.map(quote).join(',')}\r\n`;
}

function quote(cell: Cell): string {
  if (typeof cell !== 'string') {
    return String(cell ?? '');
  }
  // A spreadsheet takes a text that begins like a formula for one; a quote before it keeps it a text.
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
