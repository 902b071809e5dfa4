import { JsonSplitter } from './json/JsonSplitter';
import { checkTool } from './checkTool';
import { openContent } from './openContent';
import { contentKind, recogniseJson } from './recognise';
import { ReportCollector } from './ReportCollector';
import type { JsonReportReader } from './ReportReader';
import type { ReadOptions, ReportBatch, ReportSummary } from './ReportReading';

const batchSize = 500;

/** Reads a report in this thread, in batches. `readReport` does it in another. */
export async function* readReportHere(
  bytes: AsyncIterable<Buffer>,
  options: Omit<ReadOptions, 'signal' | 'patience'>,
): AsyncGenerator<ReportBatch, ReportSummary> {
  const content = await openContent(bytes, options);
  const collector = ReportCollector.create();
  contentKind(content.start);
  const reader = recogniseJson(content.start);
  const parser = jsonParser(reader, collector);
  for await (const piece of content.pieces) {
    parser.write(piece);
    if (collector.pending >= batchSize) {
      yield collector.takeBatch();
    }
  }
  parser.end();
  if (collector.pending > 0) {
    yield collector.takeBatch();
  }
  const { head, notes } = collector.finish();
  return {
    format: reader.format,
    head: {
      ...head,
      tool: checkTool(options.tool, reader.format, head.tool),
      scope: head.scope ?? '',
      tellsFindings: head.tellsFindings ?? true,
    },
    notes,
    ...content.received(),
  };
}

function jsonParser(reader: JsonReportReader, collector: ReportCollector) {
  const reading = reader.open(collector);
  const splitter = JsonSplitter.create(reader.streams, {
    element: (path, value, around) => reading.element(path, value, around),
    twice: position =>
      collector.reject(
        position,
        'It has the same key twice, so that it can be read in two ways',
      ),
  });
  return {
    write: (piece: Buffer) => splitter.write(piece),
    end: () => reading.end(splitter.end()),
  };
}
