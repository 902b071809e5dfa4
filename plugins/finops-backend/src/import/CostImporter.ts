import type { CostImportResult } from '@portal/plugin-finops-common';

/** A file of cost and what its sender says of it. */
export type CostFile = {
  bytes: AsyncIterable<Buffer>;
  source: string;
  /** How it comes: by `upload`, or the type of a source. */
  kind: string;
  /** Billing months that are complete in it, `YYYY-MM-01`. */
  months: readonly string[];
  /** ISO 4217, for lines that have none. */
  currency?: string;
  fileName?: string;
  demo: boolean;
  importedBy: string;
  signal?: AbortSignal;
};

/** Takes files of cost, each whole or not at all. */
export interface CostImporter {
  /** Fails with InputError for what can't be read, and with ServiceUnavailableError where too many wait. */
  import(file: CostFile): Promise<CostImportResult>;
  /** Deletes what the demo generator brought. */
  removeDemo(): Promise<void>;
}
