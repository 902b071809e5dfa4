import { randomUUID } from 'node:crypto';
import {
  severityRank,
  type FindingKind,
  type Severity,
  type Triage,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { restateFindings } from '../findings/restateFindings';
import { noteUnreadWords } from '../words/noteUnreadWords';

/** A finding, with what is usual where nothing is said: an open vulnerability of npm's left-pad. */
export type SeededFinding = {
  entityRef?: string;
  kind?: FindingKind;
  /** Of the vulnerability or the rule. */
  name?: string;
  aliases?: string[];
  title?: string;
  severity?: Severity;
  tool?: string;
  scope?: string;
  packageType?: string;
  packageName?: string;
  packageVersion?: string;
  fixVersions?: string[];
  direct?: boolean;
  path?: string;
  line?: number;
  epss?: number;
  kev?: boolean;
  reachable?: boolean;
  present?: boolean;
  suppressed?: boolean;
  triage?: Triage;
  vex?: string;
  acceptedUntil?: Date;
  /** When it was first seen and opened; default: now. */
  at?: Date;
};

const slaDays = { critical: 7, high: 30, medium: 90, low: 180 };

/** Makes a service, or finds it. */
export async function seedService(
  client: Knex,
  entityRef = 'component:default/shop',
): Promise<number> {
  const [{ id }]: Array<{ id: number }> = await client('services')
    .insert({ ref: entityRef })
    .onConflict('ref')
    .merge(['ref'])
    .returning('id');
  return id;
}

/**
 * Stores findings as reports leave them: each with its scan, a sighting, its first event and the sums of its day.
 *
 * @returns Their ids, in order.
 */
export async function seedFindings(
  client: Knex,
  findings: readonly SeededFinding[],
): Promise<string[]> {
  return client.transaction(async transaction => {
    const ids: string[] = [];
    for (const finding of findings) {
      ids.push(await seedFinding(transaction, finding));
    }
    return ids;
  });
}

async function seedFinding(
  transaction: Knex.Transaction,
  finding: SeededFinding,
): Promise<string> {
  const { tool = 'trivy', kind = 'vulnerability', at = new Date() } = finding;
  const severity = severityRank(finding.severity ?? 'high');
  const serviceId = await seedService(transaction, finding.entityRef);
  const reportId = randomUUID();
  await transaction('reports').insert({
    id: reportId,
    service_id: serviceId,
    tool,
    format: 'trivy-json',
    scope: finding.scope ?? '',
    outcome: 'complete',
    content_hash: reportId,
    bytes: 100,
    received_at: at,
    findings: 1,
    opened: 1,
    closed: 0,
    reopened: 0,
    suppressed: 0,
    rejected: 0,
    components: 0,
    notes: '[]',
    demo: false,
    sent_by: 'service:test',
  });
  const [{ id: scanId }]: Array<{ id: number }> = await transaction('scans')
    .insert({
      service_id: serviceId,
      tool,
      scope: finding.scope ?? '',
      kinds: [kind],
      last_report_id: reportId,
      last_report_at: at,
      scanned_at: at,
    })
    .onConflict(['service_id', 'tool', 'scope'])
    .merge()
    .returning('id');
  const vulnerabilityId =
    kind === 'vulnerability'
      ? await seedVulnerability(transaction, finding)
      : null;
  const [{ id }]: Array<{ id: string }> = await transaction('findings')
    .insert({
      service_id: serviceId,
      kind,
      subject: randomUUID(),
      variant: finding.packageVersion ?? String(finding.line ?? ''),
      vulnerability_id: vulnerabilityId,
      name: finding.name ?? 'CVE-2026-0001',
      title: finding.title ?? 'Something is wrong',
      ...(kind === 'vulnerability' && {
        package_type: finding.packageType ?? 'npm',
        package_name: finding.packageName ?? 'left-pad',
        package_version: finding.packageVersion ?? '1.0.0',
        fix_versions: finding.fixVersions ?? [],
        direct: finding.direct ?? null,
      }),
      path: finding.path ?? null,
      line: finding.line ?? null,
      severity,
      severity_source: tool,
      tools: [tool],
      reachable: finding.reachable ?? null,
      present: finding.present ?? true,
      tool_suppressed: finding.suppressed ?? false,
      vex: finding.vex ?? null,
      triage: finding.triage ?? 'new',
      accepted_until: finding.acceptedUntil ?? null,
      state: 'open',
      first_seen: at,
      last_seen: at,
      open_since: at,
    })
    .returning('id');
  await transaction('sightings').insert({
    finding_id: id,
    scan_id: scanId,
    report_id: reportId,
    severity,
    suppressed: finding.suppressed ?? false,
    present: finding.present ?? true,
    first_seen: at,
    last_seen: at,
  });
  await noteUnreadWords(
    transaction,
    transaction.raw('SELECT ?::integer AS id', [serviceId]),
  );
  await restateFindings(transaction, {
    before: transaction.raw(
      'SELECT ?::bigint AS id, NULL::text AS from_state, ?::smallint AS from_severity',
      [id, severity],
    ),
    cause: { kind: 'report', by: tool, at },
    slaDays,
  });
  return String(id);
}

async function seedVulnerability(
  transaction: Knex.Transaction,
  finding: SeededFinding,
): Promise<number> {
  const name = finding.name ?? 'CVE-2026-0001';
  const facts = { epss: finding.epss ?? null, kev: finding.kev ?? null };
  const [{ id }]: Array<{ id: number }> = await transaction('vulnerabilities')
    .insert({ name, ...facts })
    .onConflict('name')
    .merge(facts)
    .returning('id');
  await transaction('vulnerability_aliases')
    .insert(
      [name, ...(finding.aliases ?? [])].map(alias => ({
        alias,
        vulnerability_id: id,
      })),
    )
    .onConflict('alias')
    .ignore();
  return id;
}
