import { readReportHere } from './readReportHere';
import type {
  ReadOptions,
  ReportBatch,
  ReportReading,
  ReportSummary,
} from './ReportReading';

/** Reads a report of any format: its content in batches, and what is to be said of it as a whole at the end. */
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
  async function* batches(): AsyncGenerator<ReportBatch> {
    try {
      resolve(yield* readReportHere(bytes, options));
    } catch (error) {
      reject(error);
      throw error;
    } finally {
      reject(new Error('Reading the report was given up'));
    }
  }
  return { batches: batches(), summary };
}
