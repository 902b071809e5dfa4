import type { ReportReceipt } from '@portal/plugin-security-score-common';

/** A report on its way in. */
export type IncomingReport = {
  entityRef: string;
  bytes: AsyncIterable<Buffer>;
  /** The scanner or format the sender says it is of; absent or `auto`: what the content says. */
  tool?: string;
  /** The version of the software that was scanned. */
  version?: string;
  /** What of the service was scanned, where the sender says so; else the report does. */
  scope?: string;
  /** The repository of the service, `github.com/owner/name`: a report of another one is refused. */
  repository?: string;
  /** An entity reference, a service, or a source of the portal: `user:default/jane`, `source:osv-database`. */
  sentBy: string;
  /** It was made up for the demo organisation. */
  demo: boolean;
  /** Stands for now; for reports of the demo organisation. */
  at?: Date;
  signal?: AbortSignal;
};

/** Takes reports. */
export interface ReportImporter {
  /**
   * Takes a report: all of it or nothing. When it answers, a read sees it.
   *
   * @throws InputError with what is wrong and where; the state before stays.
   */
  import(report: IncomingReport): Promise<ReportReceipt>;

  /** Removes what was made up for the demo organisation. */
  removeDemo(): Promise<void>;
}

/** What others are told of an import, after it. */
export type ImportedReport = {
  serviceId: number;
  entityRef: string;
  reportId: string;
  /** When it happened; of a demo report, when it is to have happened. */
  at: Date;
  demo: boolean;
};
