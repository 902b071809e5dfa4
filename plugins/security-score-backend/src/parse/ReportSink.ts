import type {
  FindingKind,
  FindingPackage,
  Severity,
} from '@portal/plugin-security-score-common';

/**
 * A finding as a parser gives it: what the report says, in our words, nothing guessed. Texts are cut to sane lengths by the parser
 * (title 300, description 8,000, path 1,000 characters).
 */
export type ParsedFinding = {
  kind: FindingKind;
  /** The rule of the tool, or the name of the vulnerability as the report has it. */
  name: string;
  /** All names the report gives a vulnerability: CVE, GHSA, OSV, ... its own among them. */
  aliases?: string[];
  title: string;
  description?: string;
  package?: Omit<FindingPackage, 'fixVersions'> & { fixVersions?: string[] };
  /** A file in the repository: `/`, no leading `/` or `./`, no `file:`. For a package: its lock file; absent for packages of the system. */
  path?: string;
  line?: number;
  /**
   * Tells two findings of one rule in one file apart where the report has something better than the line: a fingerprint. Never a
   * secret, nor a plain hash of one.
   */
  fingerprint?: string;
  severity: Severity;
  /** Who says so; default: the tool. */
  severitySource?: string;
  /** CVSS vectors, the newest version first; scores are computed from them. */
  cvssVectors?: string[];
  /** A score the report gives without a vector. */
  cvssScore?: number;
  epss?: number;
  kev?: boolean;
  cwes?: string[];
  links?: string[];
  reachable?: boolean;
  /** The report itself says that it is to be left out (SARIF suppressions, dismissed alerts, nosemgrep, ...). */
  suppressed?: { reason: string };
  /** The state says that it is gone (a fixed alert): it counts as not listed. */
  gone?: boolean;
};

/** A component of an inventory. */
export type ParsedComponent = {
  purl?: string;
  type: string;
  name: string;
  version?: string;
  /** SPDX expressions or texts as found. */
  licences: string[];
  direct?: boolean;
};

/** A statement of VEX: what somebody says of a vulnerability here. */
export type ParsedStatement = {
  vulnerability: string;
  aliases?: string[];
  status: 'not_affected' | 'affected' | 'fixed' | 'under_investigation';
  /** Purls or names it is limited to; absent: the whole product. */
  packages?: string[];
  justification?: string;
  detail?: string;
};

/** A practice a report has a verdict on: a check of Scorecard, branch protection, secret scanning. */
export type ParsedPractice = {
  /** `scorecard/Branch-Protection`, `github/secret-scanning`. */
  id: string;
  title: string;
  /** 0 to 1; absent where the tool could not tell (Scorecard's -1). */
  value?: number;
  /** In the mean of its tool: Scorecard's Critical 10, High 7.5, Medium 5, Low 2.5. */
  weight: number;
  detail?: string;
  link?: string;
};

/** What is said of a report as a whole, before its entries or after them. */
export type ParsedHead = {
  /** The scanner: `trivy`, not the format. */
  tool?: string;
  toolVersion?: string;
  /** Derived: `image:<name without tag>`; '' for a repository. */
  scope?: string;
  /** ISO instant the report gives. */
  scannedAt?: string;
  /** The repository it says it is of: `github.com/owner/name`. */
  repository?: string;
  /** The scan says that it did not see everything, or failed; why. */
  outcome?: { outcome: 'partial' | 'failed'; reason: string };
  /** The report is an inventory (with or without findings), so that an empty one is not "no findings". */
  isInventory?: boolean;
  /** It can say something about findings: an inventory or a VEX file alone cannot, and closes none. */
  tellsFindings?: boolean;
};

/** Where a parser puts what it reads, in the order of the report. */
export interface ReportSink {
  head(head: ParsedHead): void;
  finding(finding: ParsedFinding): void;
  component(component: ParsedComponent): void;
  statement(statement: ParsedStatement): void;
  practice(practice: ParsedPractice): void;
  /** An entry that can't be taken; the rest is. */
  reject(position: string, reason: string): void;
  note(message: string): void;
}
