import { ParserThreads } from '@portal/parser-threads';
import type { ParsedBatch, ParseOptions, ParseSummary } from './ParseOptions';
import { parserMark, parseWorkerFile } from './parseWorker';

const threads = ParserThreads.create({
  file: parseWorkerFile,
  mark: parserMark,
});

/**
 * Reads a FOCUS file: CSV or Parquet, either of them in gzip, told by its content. Answers its lines in batches, and what is to be
 * said about the file at the end.
 *
 * It runs in a thread of its own, as parsing takes all of a core and the portal has others to serve. The thread has a bounded heap,
 * and both sides wait for each other, so the memory that a file takes does not depend on its size. Broken Parquet can hold its reader
 * in an endless loop; then the thread is ended.
 *
 * @throws InputError when the file can't be taken as a whole. Batches that were answered before must then be given up.
 * @internal
 */
export async function* parseFocusFile(
  bytes: AsyncIterable<Buffer>,
  options: ParseOptions,
): AsyncGenerator<ParsedBatch, ParseSummary> {
  const { signal, patience, ...task } = options;
  return yield* threads.read<ParsedBatch, ParseSummary>(bytes, task, {
    signal,
    patience,
    tooSlow: 'Reading the file did not come to an end',
    tooSlowHelp:
      'it may be broken. Write it again, or send CSV. Nothing was imported',
    tooLarge:
      'The file takes more memory than reading a cost file may: send it in parts, or as CSV. Nothing was imported',
  });
}
