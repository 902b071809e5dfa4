import {
  severityOfRank,
  type FindingKind,
  type FindingState,
  type Severity,
  type Triage,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

/** A finding as exports write it. */
export type ExportedFinding = {
  id: string;
  kind: FindingKind;
  /** The tools that see it, or saw it last. */
  tools: string[];
  variant: string;
  name: string;
  aliases: string[];
  title: string;
  description?: string;
  packageType?: string;
  packageName?: string;
  packageVersion?: string;
  purl?: string;
  fixVersions: string[];
  path?: string;
  line?: number;
  severity: Severity;
  cvssScore?: number;
  cvssVector?: string;
  cwes: string[];
  links: string[];
  state: FindingState;
  triage: Triage;
  assignee?: string;
  /** Why it is in this state, as somebody said last. */
  reason?: string;
  firstSeen: Date;
  lastSeen: Date;
  dueAt?: Date;
  fixedAt?: Date;
  acceptedUntil?: Date;
};

type Row = Record<string, unknown> & {
  id: string;
  subject: string;
  severity: number;
};

const pageSize = 500;

/**
 * Reads the findings of a service page by page, so that no connection is held while a slow reader takes the file. `subject` and `id`
 * are the order of an index.
 *
 * @param filter - `tool`: only those that it sees at present
 */
export async function* readFindingRows(
  client: Knex,
  { entityRef, tool }: { entityRef: string; tool?: string },
): AsyncGenerator<ExportedFinding[]> {
  let after: { subject: string; id: string } | undefined;
  for (;;) {
    const { rows }: { rows: Row[] } = await client.raw(
      `SELECT f.*, v.description AS vulnerability_description, v.cvss_score AS vulnerability_score,
         v.cvss_vector AS vulnerability_vector, v.cwes AS vulnerability_cwes, v.links AS vulnerability_links,
         array(SELECT alias FROM vulnerability_aliases a WHERE a.vulnerability_id = f.vulnerability_id AND alias <> f.name ORDER BY 1) AS aliases,
         array(SELECT DISTINCT scan.tool FROM sightings sight JOIN scans scan ON scan.id = sight.scan_id
                WHERE sight.finding_id = f.id AND (sight.present OR NOT f.present) ORDER BY 1) AS tools,
         (SELECT reason FROM finding_events e WHERE e.finding_id = f.id AND e.to_state = f.state AND reason IS NOT NULL
           ORDER BY e.id DESC LIMIT 1) AS reason
       FROM findings f LEFT JOIN vulnerabilities v ON v.id = f.vulnerability_id
       WHERE f.service_id = (SELECT id FROM services WHERE ref = :entityRef) ${
         after ? 'AND (f.subject, f.id) > (:subject::uuid, :id::bigint)' : ''
       } ${
        tool
          ? 'AND f.present AND EXISTS (SELECT FROM sightings sight JOIN scans scan ON scan.id = sight.scan_id WHERE sight.finding_id = f.id AND sight.present AND scan.tool = :tool)'
          : ''
      }
       ORDER BY f.subject, f.id LIMIT ${pageSize}`,
      { entityRef, tool: tool ?? null, ...after },
    );
    if (rows.length > 0) {
      yield rows.map(toExported);
    }
    const last = rows.at(-1);
    if (rows.length < pageSize || !last) {
      return;
    }
    after = { subject: last.subject, id: last.id };
  }
}

function toExported(row: Row): ExportedFinding {
  const given = Object.entries({
    description: row.description ?? row.vulnerability_description,
    packageType: row.package_type,
    packageName: row.package_name,
    packageVersion: row.package_version,
    purl: row.purl,
    path: row.path,
    line: row.line,
    cvssScore: row.cvss_score ?? row.vulnerability_score,
    cvssVector: row.cvss_vector ?? row.vulnerability_vector,
    assignee: row.assignee,
    reason: row.reason,
    dueAt: row.due_at,
    fixedAt: row.fixed_at,
    acceptedUntil: row.accepted_until,
  }).filter(([, value]) => value !== null && value !== undefined);
  return {
    id: row.id,
    kind: row.kind,
    tools: row.tools,
    variant: row.variant,
    name: row.name,
    aliases: row.aliases,
    title: row.title,
    fixVersions: row.fix_versions,
    severity: severityOfRank(row.severity),
    cwes: [
      ...new Set([
        ...(row.cwes as string[]),
        ...((row.vulnerability_cwes as string[] | null) ?? []),
      ]),
    ],
    links: [
      ...new Set([
        ...(row.links as string[]),
        ...((row.vulnerability_links as string[] | null) ?? []),
      ]),
    ],
    state: row.state,
    triage: row.triage,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    ...Object.fromEntries(given),
  } as ExportedFinding;
}
