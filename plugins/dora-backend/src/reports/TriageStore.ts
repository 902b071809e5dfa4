import type {
  RejectedParts,
  ReportKind,
  ReportSubject,
  UnattributedReport,
} from '@portal/plugin-dora-common';
import type { Span } from '../database/DeliveryStore';

/** Waiting reports of the same subjects. */
export type WaitingReports = {
  subjects: ReportSubject[];
  sources: string[];
  counts: Partial<Record<ReportKind, number>>;
  firstReceivedAt: Date;
  lastReceivedAt: Date;
};

/** A name of environments as it is in reports; missing where deployments have none. */
export type NamedEnvironment = {
  name?: string;
  sources: string[];
  deployments: number;
  incidents: number;
  lastReceivedAt: Date;
};

/** Where a page of what is charged to nobody ends. */
export type UnattributedPlace = {
  /** Epoch microseconds, in decimal: the database is that exact. */
  at: string;
  entityId: number;
  number: number;
};

/** Reads what could not be used of what was reported. */
export interface TriageStore {
  /** Those with the most reports first. */
  listWaiting(options: {
    limit: number;
  }): Promise<{ items: WaitingReports[]; total: number }>;

  /** References of the catalog's components, as of the last look. */
  listComponents(): Promise<string[]>;

  /** Every name that reports have, without those that are `isKnown`; those with the most deployments first. */
  listEnvironments(options: {
    isKnown(name: string): boolean;
  }): Promise<NamedEnvironment[]>;

  /** Newest first: of all entities, or of one in a period. */
  listUnattributed(options: {
    of?: { entityRef: string; period: Span };
    after?: UnattributedPlace;
    limit: number;
  }): Promise<{ item: UnattributedReport; place: UnattributedPlace }[]>;

  /** Newest first. */
  listRejections(options: { limit: number }): Promise<RejectedParts>;
}
