import { InputError } from '@backstage/errors';
import { openContent } from './openContent';
import type { PackedBatch, ParseOptions, ParseSummary } from './ParseOptions';
import { readCsv } from './readCsv';
import { readParquet } from './readParquet';

const batchSize = 2000;

const packed: Array<{ name: string; start: number[]; help: string }> = [
  {
    name: 'a ZIP archive or a spreadsheet',
    start: [0x50, 0x4b, 0x03, 0x04],
    help: 'send the CSV in it',
  },
  {
    name: 'packed with Zstandard',
    start: [0x28, 0xb5, 0x2f, 0xfd],
    help: 'send it unpacked, or as gzip',
  },
  {
    name: 'packed with bzip2',
    start: [0x42, 0x5a, 0x68],
    help: 'send it unpacked, or as gzip',
  },
  {
    name: 'packed with xz',
    start: [0xfd, 0x37, 0x7a, 0x58],
    help: 'send it unpacked, or as gzip',
  },
  {
    name: 'an encrypted Parquet file',
    start: [0x50, 0x41, 0x52, 0x45],
    help: 'send it without encryption',
  },
];

/**
 * Reads a FOCUS file in this thread, in batches of about 2,000 lines. `parseFocusFile` does it in another.
 *
 * @internal
 */
export async function* readFocusFile(
  bytes: AsyncIterable<Buffer>,
  options: Omit<ParseOptions, 'signal'>,
): AsyncGenerator<PackedBatch, ParseSummary> {
  const content = await openContent(bytes, options);
  const known = packed.find(({ start }) =>
    start.every((byte, index) => content.start[index] === byte),
  );
  if (known) {
    throw new InputError(
      `The file is ${known.name}: ${known.help}. Nothing was imported`,
    );
  }
  const isParquet = content.start.subarray(0, 4).toString('latin1') === 'PAR1';
  const rows = isParquet
    ? readParquet(content.pieces, options)
    : readCsv(content.pieces, options);
  try {
    for (;;) {
      const next = await rows.next();
      if (next.done) {
        const { reader, notes } = next.value;
        yield reader.takeBatch();
        return {
          format: isParquet ? 'parquet' : 'csv',
          ...content.received(),
          verdict: reader.verdict(notes),
        };
      }
      if (next.value.pending >= batchSize) {
        yield next.value.takeBatch();
      }
    }
  } finally {
    await rows.return(undefined as never);
  }
}
