import type { ReportFormat } from '@portal/plugin-security-score-common';
import type {
  ParsedComponent,
  ParsedFinding,
  ParsedHead,
  ParsedPractice,
  ParsedStatement,
} from './ReportSink';

/** How a report is to be read. */
export type ReadOptions = {
  /** The scanner or the format the sender says it is of; absent or `auto`: what the content says. */
  tool?: string;
  signal?: AbortSignal;
  /** What the report may have at most, unpacked. */
  maxBytes: number;
  /** How many seconds the reader may be busy with one bite before it counts as stuck: 60 unless told. */
  patience?: number;
};

/** An entry that was not taken. */
export type ReportRejected = { position: string; reason: string };

/** Some of what a report holds, in its order. */
export type ReportBatch = {
  findings: ParsedFinding[];
  components: ParsedComponent[];
  statements: ParsedStatement[];
  practices: ParsedPractice[];
  rejections: ReportRejected[];
};

/** What is known when all of a report was read. */
export type ReportSummary = {
  format: ReportFormat;
  head: ParsedHead;
  notes: string[];
  /** As received. */
  bytes: number;
  /** SHA-256 of the bytes as received, in hexadecimal digits. */
  contentHash: string;
};

/** A report that is being read. */
export type ReportReading = {
  /**
   * @throws InputError when the report can't be taken as a whole. Batches that were answered before must then be given up.
   */
  batches: AsyncIterable<ReportBatch>;
  /** Known when the batches have come to their end. */
  summary: Promise<ReportSummary>;
};
