import { serveParser } from '@portal/parser-threads';
import { readReportHere } from './readReportHere';
import type { ReadOptions, ReportSummary } from './ReportReading';

/** What the thread is started with, so that it knows what it is. */
export const reportMark = 'security-report-parser';

/** How a report is to be read. */
export type ReportTask = Omit<ReadOptions, 'signal' | 'patience'>;

// This file is the start of a thread, and is loaded by its starter too.
serveParser(reportMark, readPacked);

/** Batches are one text on their way: copying many small objects from thread to thread costs more than reading them. */
async function* readPacked(
  bytes: AsyncIterable<Buffer>,
  task: ReportTask,
): AsyncGenerator<string, ReportSummary> {
  const batches = readReportHere(bytes, task);
  for (;;) {
    const next = await batches.next();
    if (next.done) {
      return next.value;
    }
    yield JSON.stringify(next.value);
  }
}

/** Where this file is, in the source or in what was built of it. */
export const reportThreadFile = __filename;
