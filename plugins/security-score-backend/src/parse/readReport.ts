import { ParserThreads } from '@portal/parser-threads';
import type {
  ReadOptions,
  ReportBatch,
  ReportReading,
  ReportSummary,
} from './ReportReading';
import { reportMark, reportThreadFile } from './reportThread';

const threads = ParserThreads.create({
  file: reportThreadFile,
  mark: reportMark,
  heap: 320,
  young: 8,
});

/**
 * Reads a report of any format: its content in batches, and what is to be said of it as a whole at the end. It runs in a thread of
 * its own, with a bounded heap, and both sides wait for each other.
 */
export function readReport(
  bytes: AsyncIterable<Buffer>,
  options: ReadOptions,
): ReportReading {
  let resolve!: (summary: ReportSummary) => void;
  let reject!: (reason: unknown) => void;
  const summary = new Promise<ReportSummary>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  // Whoever reads the batches is told of it there.
  summary.catch(() => {});
  const { signal, patience, ...task } = options;
  async function* batches(): AsyncGenerator<ReportBatch> {
    const sent = threads.read<string, ReportSummary>(bytes, task, {
      signal,
      patience,
      tooSlow: 'Reading the report did not come to an end',
      tooSlowHelp: 'it may be broken. Have the scanner write it again',
      tooLarge:
        'The report takes more memory than reading one may: send it in parts',
    });
    try {
      for (;;) {
        const next = await sent.next();
        if (next.done) {
          resolve(next.value);
          return;
        }
        yield JSON.parse(next.value);
      }
    } catch (error) {
      reject(error);
      throw error;
    } finally {
      reject(new Error('Reading the report was given up'));
      await sent.return(undefined as never);
    }
  }
  return { batches: batches(), summary };
}
