import type { DeliveryRecord, ImportResult } from '@portal/plugin-dora-common';

/**
 * How facts came here. Facts of the demo generator are never mixed up with real ones.
 *
 * @public
 */
export type FactProvenance = { source: 'git' | 'import'; demo: boolean };

/**
 * How far a source has read; stored in the transaction that stores the facts.
 *
 * @public
 */
export type SourceCursor = { location: string; head: string };

/** @public */
export type ImportLinesOptions = {
  /** The component that all lines are of; without it each line names its own. */
  entityRef?: string;
  /** The bytes of an NDJSON document, decompressed. Read with back-pressure. */
  stream: AsyncIterable<Buffer>;
  provenance: FactProvenance;
};

/** @public */
export type ImportRecordsOptions = {
  entityRef: string;
  /** Read with back-pressure; the index of a record plus one is its line in a rejection. */
  records: AsyncIterable<DeliveryRecord>;
  provenance: FactProvenance;
  /**
   * Forgets everything that this source brought for the entity before, in the same transaction: for a history
   * that was rewritten, or another location or pattern.
   */
  replace?: boolean;
  /**
   * `complete` says that the batch holds every release and mainline record that the source has now: those that it
   * brought earlier and that are not in the batch were deleted or moved, and go.
   */
  releases?: 'complete';
  /** Stored as the source's cursor, and counted as a successful read. */
  cursor?: SourceCursor;
};

/**
 * Brings delivery records into the database: staged, merged, attributed and switched in one transaction, so that
 * readers see all of an import or nothing.
 *
 * @public
 */
export interface DeliveryImporter {
  /** Waits for its turn, and is a `ServiceUnavailableError` where that does not come. */
  importLines(options: ImportLinesOptions): Promise<ImportResult>;
  /** Fails where a commit cannot be taken: a history without it would be cut in two. */
  importRecords(options: ImportRecordsOptions): Promise<ImportResult>;
}
