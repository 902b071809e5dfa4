import { serveParser } from '@portal/parser-threads';
import type { ParsedBatch, ParseOptions, ParseSummary } from './ParseOptions';
import { readFocusFile } from './readFocusFile';

/** What the thread is started with, so that it knows what it is. */
export const parserMark = 'finops-parser';

/** How a file is to be read. */
export type ParseTask = Omit<ParseOptions, 'signal' | 'patience'>;

// This file is the start of a thread, and is loaded by its starter too.
serveParser(parserMark, readPacked);

async function* readPacked(
  bytes: AsyncIterable<Buffer>,
  task: ParseTask,
): AsyncGenerator<ParsedBatch, ParseSummary> {
  const batches = readFocusFile(bytes, task);
  for (;;) {
    const next = await batches.next();
    if (next.done) {
      return next.value;
    }
    yield { ...next.value, lines: next.value.lines.join('\n') };
  }
}

/** Where this file is, in the source or in what was built of it. */
export const parseWorkerFile = __filename;
