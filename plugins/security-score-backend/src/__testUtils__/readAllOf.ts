import { readReport } from '../parse/readReport';
import { readReportHere } from '../parse/readReportHere';
import type {
  ReadOptions,
  ReportBatch,
  ReportSummary,
} from '../parse/ReportReading';

/** All that a report holds. */
export type ReadReport = ReportBatch & { summary: ReportSummary };

const usual = { maxBytes: 1024 ** 3 };

/** Reads a report in this thread: for tests of many reports. */
export async function readAllOf(
  content: string | Buffer,
  options: Partial<ReadOptions> = {},
): Promise<ReadReport> {
  const reading = readReportHere(pieces(Buffer.from(content)), {
    ...usual,
    ...options,
  });
  const all = nothing();
  for (;;) {
    const next = await reading.next();
    if (next.done) {
      return { ...all, summary: next.value };
    }
    add(all, next.value);
  }
}

/** Reads a report in a thread of its own, as an import does. */
export async function readAllInThread(
  bytes: AsyncIterable<Buffer>,
  options: Partial<ReadOptions> = {},
): Promise<ReadReport> {
  const reading = readReport(bytes, { ...usual, ...options });
  const all = nothing();
  for await (const batch of reading.batches) {
    add(all, batch);
  }
  return { ...all, summary: await reading.summary };
}

/** A report in pieces of odd sizes. */
export async function* pieces(
  content: Buffer,
  size = 1021,
): AsyncGenerator<Buffer> {
  for (let from = 0; from < content.length; from += size) {
    yield content.subarray(from, from + size);
  }
}

function nothing(): ReportBatch {
  return {
    findings: [],
    components: [],
    statements: [],
    practices: [],
    rejections: [],
  };
}

function add(all: ReportBatch, batch: ReportBatch): void {
  all.findings.push(...batch.findings);
  all.components.push(...batch.components);
  all.statements.push(...batch.statements);
  all.practices.push(...batch.practices);
  all.rejections.push(...batch.rejections);
}
