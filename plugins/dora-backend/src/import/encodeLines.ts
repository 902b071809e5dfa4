import { setImmediate } from 'node:timers/promises';
import { parseImportLine } from '../reports/parseImportLine';
import type { ImportEntities } from './ImportEntities';
import { LineSplitter, type Line } from './LineSplitter';
import { parseNamedLine } from './parseNamedLine';
import type { RecordEncoder } from './RecordEncoder';

/** How much is parsed before others have their turn: about a millisecond. */
const bytesPerTurn = 16 * 1024;

type EncodeLinesOptions = {
  stream: AsyncIterable<Buffer>;
  encoder: RecordEncoder;
  entities: ImportEntities;
  now: () => number;
};

/** The rows of the staging table that the lines of an import become, as they arrive. */
export async function* encodeLines(
  options: EncodeLinesOptions,
): AsyncGenerator<Buffer> {
  const { stream, encoder } = options;
  const splitter = LineSplitter.create({
    onLine: line => addLine(line, options),
  });
  for await (const chunk of stream) {
    for (let start = 0; start < chunk.length; start += bytesPerTurn) {
      splitter.push(chunk.subarray(start, start + bytesPerTurn));
      await setImmediate();
    }
    if (encoder.hasRows) {
      yield encoder.take();
    }
  }
  splitter.end();
  yield encoder.take();
}

function addLine(
  { number, text, reason }: Line,
  { encoder, entities, now }: EncodeLinesOptions,
): void {
  const { only } = entities;
  if (text === undefined) {
    encoder.add({ line: number, entity: 0 }, { reason });
  } else if (only === undefined) {
    const { entity, parsed } = parseNamedLine({
      line: text,
      now: now(),
      entities,
    });
    encoder.add({ line: number, entity }, parsed);
  } else {
    const parsed = parseImportLine({ line: text, now: now(), entityRef: only });
    encoder.add({ line: number, entity: 0 }, parsed);
  }
}
