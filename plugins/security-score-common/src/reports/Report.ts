/**
 * The formats that are read. Each is recognised by its content.
 *
 * @public
 */
export type ReportFormat =
  | 'sarif'
  | 'cyclonedx-json'
  | 'cyclonedx-xml'
  | 'spdx-json'
  | 'trivy-json'
  | 'osv-scanner-json'
  | 'grype-json'
  | 'github-alerts'
  | 'github-dependency-snapshot'
  | 'gitlab-report'
  | 'npm-audit-json'
  | 'yarn-audit-json'
  | 'semgrep-json'
  | 'scorecard-json'
  | 'snyk-json'
  | 'dependency-check-xml'
  | 'sonarqube-json'
  | 'openvex-json';

/**
 * What became of a report.
 *
 * - `complete`: what it no longer has was closed.
 * - `partial`: the scan says that it did not see everything: nothing was closed.
 * - `failed`: the scan says that it failed: nothing was changed.
 * - `superseded`: a later scan of the same tool and scope was there already: it is kept, and changes nothing.
 *
 * @public
 */
export type ReportOutcome = 'complete' | 'partial' | 'failed' | 'superseded';

/** What the sender of a report is told, when it can be read back. @public */
export type ReportReceipt = {
  reportId: string;
  /** The name of the scanner, in lower case: `trivy`, `semgrep`, ... */
  tool: string;
  format: ReportFormat;
  scope: string;
  outcome: ReportOutcome;
  /** How many entries the report lists, the suppressed ones among them; several may be one finding, of which `opened` and so on count. */
  findings: number;
  opened: number;
  closed: number;
  reopened: number;
  /** Entries that the report itself suppresses. */
  suppressed: number;
  /** Entries that could not be taken; why is in `GET /reports/{reportId}/rejections`. */
  rejected: number;
  /** Components of an inventory. */
  components: number;
  /** What the sender should know: "scope is the image ...", "3 severities are unknown". */
  notes: string[];
};

/** A report that came in. @public */
export type Report = ReportReceipt & {
  entityRef: string;
  toolVersion?: string;
  /** The version of the software that was scanned, as the sender gave it. */
  version?: string;
  /** ISO instants. */
  scannedAt?: string;
  receivedAt: string;
  bytes: number;
  sentBy: string;
  demo: boolean;
};

/** @public */
export type ReportPage = { items: Report[]; nextCursor?: string };

/** An entry of a report that could not be taken. @public */
export type ReportRejection = {
  /** Where in the report: `Results[0].Vulnerabilities[12]`, `/bom/components/component[3]`. */
  position: string;
  reason: string;
};

/** Where reports of a service are fetched from, and what came of it. @public */
export type PulledSource = {
  entityRef: string;
  url: string;
  /** ISO instant: when it was last looked at. */
  fetchedAt: string;
  /** ISO instant: when a report was last taken from there. */
  changedAt?: string;
  /** Why it could not be read or taken. */
  error?: string;
};

/** The last report of each tool and scope of a service. @public */
export type ScanState = {
  entityRef: string;
  tool: string;
  scope: string;
  lastReportId: string;
  /** ISO instant. */
  lastReportAt: string;
  present: number;
};
