import type { Report } from '@portal/plugin-dora-common';

/**
 * How reports came here: from the sender itself, by a bulk import of real ones, or from the demo generator.
 */
export type ReportProvenance = 'report' | 'import' | 'demo';

/** Parts of a delivery that were not taken. They replace what was noted of the delivery before. */
export type RejectedParts = {
  /** The id of the delivery in the inbox; a decimal integer. */
  delivery: string;
  sender: string;
  event: string;
  parts: readonly { index: number; reason: string }[];
};

export type WriteReportsOptions = {
  provenance: ReportProvenance;
  receivedAt: Date;
  /** The component that all of them are about, whatever they say themselves. In any case. */
  entityRef?: string;
  rejected?: RejectedParts;
};

/** How many reports told something that was not known. */
export type WriteReportsResult = {
  inserted: number;
  updated: number;
  /** Of those, how many no component is known for. */
  waiting: number;
};

/**
 * Keeps what is reported, merged to one row for each thing, whose it is, and what has to be derived again.
 *
 * Reports may come in any order, in parts and repeatedly: the rows are the same. Real reports and those of the demo
 * generator are not mixed: of a thing that both tell of, the real ones are believed alone.
 */
export interface ReportStore {
  /** All of them or none. */
  write(
    reports: readonly Report[],
    options: WriteReportsOptions,
  ): Promise<WriteReportsResult>;
}
