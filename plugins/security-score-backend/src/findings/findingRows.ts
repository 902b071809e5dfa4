import {
  severityOfRank,
  type Finding,
  type FindingKind,
  type FindingState,
  type Triage,
} from '@portal/plugin-security-score-common';

import { lastSeenSql } from './lastSeenSql';

/** A finding as the database has it, joined with its service and its vulnerability. */
export type FindingRow = {
  id: string;
  ref: string;
  kind: FindingKind;
  name: string;
  title: string;
  aliases: string[] | null;
  package_type: string | null;
  package_name: string | null;
  package_version: string | null;
  purl: string | null;
  fix_versions: string[];
  direct: boolean | null;
  path: string | null;
  line: number | null;
  severity: number;
  severity_source: string;
  cvss_score: number | null;
  cvss_vector: string | null;
  epss: number | null;
  kev: boolean | null;
  reachable: boolean | null;
  state: FindingState;
  triage: Triage;
  assignee: string | null;
  first_seen: Date;
  last_seen: Date;
  open_since: Date;
  fixed_at: Date | null;
  reopened: number;
  due_at: Date | null;
  accepted_until: Date | null;
};

/** The columns of {@link FindingRow}, of `findings`, `services` and `vulnerabilities`. */
export const findingColumns = `
  findings.id, services.ref, findings.kind, coalesce(vulnerabilities.name, findings.name) AS name, findings.title,
  (SELECT array_agg(alias ORDER BY alias) FROM vulnerability_aliases
   WHERE vulnerability_aliases.vulnerability_id = findings.vulnerability_id AND alias <> vulnerabilities.name) AS aliases,
  findings.package_type, findings.package_name, findings.package_version, findings.purl, findings.fix_versions, findings.direct,
  findings.path, findings.line, findings.severity, findings.severity_source,
  coalesce(findings.cvss_score, vulnerabilities.cvss_score) AS cvss_score,
  coalesce(findings.cvss_vector, vulnerabilities.cvss_vector) AS cvss_vector,
  vulnerabilities.epss, vulnerabilities.kev, findings.reachable, findings.state, findings.triage, findings.assignee,
  findings.first_seen, ${lastSeenSql(
    'findings',
  )} AS last_seen, findings.open_since, findings.fixed_at, findings.reopened, findings.due_at,
  findings.accepted_until`;

/** What {@link findingColumns} are selected from, `findings` being there already. */
export const findingJoins = `
  JOIN services ON services.id = findings.service_id
  LEFT JOIN vulnerabilities ON vulnerabilities.id = findings.vulnerability_id`;

/** @param gain - what the score of the service gains by a fix, where that is known */
export function toFinding(row: FindingRow, gain?: number): Finding {
  const optional = <T>(value: T | null): T | undefined => value ?? undefined;
  const isOpen = row.state === 'open';
  return {
    id: String(row.id),
    entityRef: row.ref,
    kind: row.kind,
    title: row.title,
    name: row.name,
    aliases: row.aliases ?? [],
    ...(row.package_name !== null && {
      package: {
        type: optional(row.package_type),
        name: row.package_name,
        version: optional(row.package_version),
        purl: optional(row.purl),
        fixVersions: row.fix_versions,
        direct: optional(row.direct),
      },
    }),
    path: optional(row.path),
    line: optional(row.line),
    severity: severityOfRank(row.severity),
    severitySource: row.severity_source,
    cvssScore: optional(row.cvss_score),
    cvssVector: optional(row.cvss_vector),
    epss: optional(row.epss),
    kev: optional(row.kev),
    reachable: optional(row.reachable),
    state: row.state,
    triage: row.triage,
    assignee: optional(row.assignee),
    firstSeen: row.first_seen.toISOString(),
    lastSeen: row.last_seen.toISOString(),
    openSince: row.open_since.toISOString(),
    fixedAt: row.fixed_at?.toISOString(),
    reopened: row.reopened,
    // The clock of what is not open stands still.
    dueAt: isOpen ? row.due_at?.toISOString() : undefined,
    acceptedUntil:
      row.state === 'accepted' ? row.accepted_until?.toISOString() : undefined,
    gain,
  };
}
