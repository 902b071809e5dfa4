import type {
  ConformanceVerdict,
  RejectedLine,
} from '@portal/plugin-finops-common';

/** @internal */
export type ParseOptions = {
  /** ISO 4217, for rows that name no currency. */
  currency: string;
  /** Declared billing months, `YYYY-MM-01`. */
  months: string[];
  signal?: AbortSignal;
  /** What the file may have at most, unpacked. */
  maxBytes: number;
  /** How many seconds the reader may be busy with one bite before it counts as stuck: 60 unless told. */
  patience?: number;
};

/**
 * What was read of a file since the batch before, packed as the database takes it: see `packedLine` and `packedItem`.
 *
 * @internal
 */
export type ParsedBatch = {
  /** Rows of items that no earlier batch of the file had. */
  items: string[];
  /** Rows of lines between line feeds; empty where there are none. */
  lines: string;
  rejected: RejectedLine[];
};

/** @internal */
export type ParseSummary = {
  format: 'csv' | 'parquet';
  /** SHA-256 of the bytes as received, in hexadecimal digits. */
  contentHash: string;
  /** As received. */
  bytes: number;
  verdict: ConformanceVerdict;
};

/**
 * A batch on its way from one thread to another: lines are one text, because copying many small objects costs more than reading
 * them.
 *
 * @internal
 */
export type PackedBatch = {
  items: string[];
  lines: string[];
  rejected: RejectedLine[];
};
