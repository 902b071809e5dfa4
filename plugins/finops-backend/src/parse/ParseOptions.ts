import type {
  ConformanceVerdict,
  CostItem,
  FocusLine,
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

/** @internal */
export type ParsedBatch = {
  /** Items that no earlier batch of the file had. */
  items: CostItem[];
  lines: FocusLine[];
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
  items: CostItem[];
  lines: string[];
  rejected: RejectedLine[];
};
