import type { ReportBatch } from '../parse/ReportReading';

const enough = 1000;

/** Makes few large batches of many small ones: each costs a few statements, whatever is in it. */
export async function* gathered(
  batches: AsyncIterable<ReportBatch>,
): AsyncGenerator<ReportBatch> {
  let waiting: ReportBatch[] = [];
  let size = 0;
  for await (const batch of batches) {
    waiting.push(batch);
    size += sizeOf(batch);
    if (size >= enough) {
      yield joined(waiting);
      waiting = [];
      size = 0;
    }
  }
  if (waiting.length > 0) {
    yield joined(waiting);
  }
}

function sizeOf(batch: ReportBatch): number {
  return Object.values(batch).reduce((sum, { length }) => sum + length, 0);
}

function joined(batches: readonly ReportBatch[]): ReportBatch {
  return {
    findings: batches.flatMap(({ findings }) => findings),
    components: batches.flatMap(({ components }) => components),
    statements: batches.flatMap(({ statements }) => statements),
    practices: batches.flatMap(({ practices }) => practices),
    rejections: batches.flatMap(({ rejections }) => rejections),
  };
}
