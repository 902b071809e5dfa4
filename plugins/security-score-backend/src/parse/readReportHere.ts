import { JsonSplitter } from './json/JsonSplitter';
import { checkTool } from './checkTool';
import { openContent } from './openContent';
import { contentKind, recogniseJson } from './recognise';
import { ReportCollector } from './ReportCollector';
import { XmlParser } from './xml/XmlParser';
import type { ReadOptions, ReportBatch, ReportSummary } from './ReportReading';

const batchSize = 250;

/** Reads a report in this thread, in batches. `readReport` does it in another. */
export async function* readReportHere(
  bytes: AsyncIterable<Buffer>,
  options: Omit<ReadOptions, 'signal' | 'patience'>,
): AsyncGenerator<ReportBatch, ReportSummary> {
  const content = await openContent(bytes, options);
  const collector = ReportCollector.create();
  const parser =
    contentKind(content.start) === 'xml'
      ? XmlParser.create(content.start, collector)
      : jsonParser(content.start, collector);
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
    format: parser.reader.format,
    head: {
      ...head,
      tool: checkTool(options.tool, parser.reader.format, head.tool),
      scope: head.scope ?? '',
      tellsFindings: head.tellsFindings ?? true,
    },
    notes,
    ...content.received(),
  };
}

function jsonParser(start: Buffer, collector: ReportCollector) {
  const reader = recogniseJson(start);
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
    reader,
    write: (piece: Buffer) => splitter.write(piece),
    end: () => reading.end(splitter.end()),
  };
}
