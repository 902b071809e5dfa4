import type { Knex } from 'knex';
import { dueSql, type SlaDays } from '../findings/dueSql';
import { restateFindings } from '../findings/restateFindings';
import { applyStatements } from './applyStatements';
import { refreshFromSightings } from './refreshFromSightings';

/** The report whose findings were matched. */
export type WriteOptions = {
  serviceId: number;
  scanId: number;
  reportId: string;
  tool: string;
  at: Date;
  slaDays: SlaDays;
  /** Whether what this scan saw before, and this report does not have, is gone. */
  closes: boolean;
};

/** What a report changed. */
export type WriteResult = { opened: number; closed: number; reopened: number };

/** The columns that a report tells of a finding that is new. */
const told = [
  'kind',
  'subject',
  'variant',
  'vulnerability_id',
  'name',
  'title',
  'description',
  'package_type',
  'package_name',
  'package_key',
  'package_version',
  'purl',
  'fix_versions',
  'direct',
  'path',
  'line',
  'severity',
  'cvss_score',
  'cvss_vector',
  'reachable',
  'cwes',
  'links',
];

// What one tool knows and another doesn't is not forgotten. The title of a vulnerability stays: each tool words it its own way.
const updateKnown = `
  UPDATE findings SET
    variant = incoming.variant,
    name = incoming.name,
    title = CASE WHEN findings.kind = 'vulnerability' THEN findings.title ELSE incoming.title END,
    description = coalesce(incoming.description, findings.description),
    package_type = coalesce(incoming.package_type, findings.package_type),
    package_name = coalesce(findings.package_name, incoming.package_name),
    package_key = coalesce(findings.package_key, incoming.package_key),
    package_version = coalesce(incoming.package_version, findings.package_version),
    purl = CASE WHEN incoming.purl IS NULL AND incoming.package_version <> findings.package_version
      THEN NULL ELSE coalesce(incoming.purl, findings.purl) END,
    fix_versions = CASE WHEN cardinality(incoming.fix_versions) > 0 THEN incoming.fix_versions ELSE findings.fix_versions END,
    direct = coalesce(incoming.direct, findings.direct),
    line = coalesce(incoming.line, findings.line),
    cvss_score = CASE WHEN incoming.cvss_vector IS NULL AND findings.cvss_vector IS NOT NULL
      THEN findings.cvss_score ELSE coalesce(incoming.cvss_score, findings.cvss_score) END,
    cvss_vector = coalesce(incoming.cvss_vector, findings.cvss_vector),
    reachable = coalesce(incoming.reachable, findings.reachable),
    cwes = CASE WHEN cardinality(incoming.cwes) > 0 THEN incoming.cwes ELSE findings.cwes END,
    links = CASE WHEN cardinality(incoming.links) > 0 THEN incoming.links ELSE findings.links END,
    last_seen = greatest(findings.last_seen, :at)
  FROM incoming WHERE findings.id = incoming.finding_id AND NOT is_new AND NOT is_gone`;

/** Writes the matched entries of `incoming` as findings and sightings, and says again where each of those stands. */
export async function writeFindings(
  transaction: Knex.Transaction,
  options: WriteOptions,
): Promise<WriteResult> {
  const { slaDays, ...bindings } = options;
  const run = async (sql: string) => transaction.raw(sql, bindings);
  await run(`
    UPDATE incoming SET finding_id = nextval(pg_get_serial_sequence('findings', 'id')), is_new = true
    WHERE finding_id IS NULL AND NOT is_gone`);
  await run('CREATE INDEX ON incoming (finding_id)');
  // It is inserted as it will stand, so that restating it writes only what a statement of VEX changes.
  await run(`
    INSERT INTO findings (
      id, service_id, ${told.join(
        ', ',
      )}, severity_source, present, tool_suppressed, state,
      first_seen, last_seen, open_since, due_at
    ) OVERRIDING SYSTEM VALUE
    SELECT finding_id, :serviceId, ${told.join(
      ', ',
    )}, coalesce(severity_source, :tool), true, is_suppressed,
           CASE WHEN is_suppressed THEN 'suppressed' ELSE 'open' END, :at, :at, :at,
           ${dueSql(slaDays, {
             since: ':at::timestamptz',
             severity: 'severity',
           })}
    FROM incoming WHERE is_new ORDER BY finding_id`);
  await run(updateKnown);
  await run(`
    INSERT INTO sightings AS kept (finding_id, scan_id, report_id, severity, suppressed, present, first_seen, last_seen)
    SELECT finding_id, :scanId, :reportId, severity, is_suppressed, true, :at, :at
    FROM incoming WHERE NOT is_gone ORDER BY finding_id
    ON CONFLICT (finding_id, scan_id) DO UPDATE SET
      report_id = excluded.report_id, severity = excluded.severity, suppressed = excluded.suppressed, present = true,
      last_seen = greatest(kept.last_seen, excluded.last_seen)`);
  await run(`
    CREATE TEMPORARY TABLE left_behind ON COMMIT DROP AS
    SELECT finding_id FROM sightings
    WHERE scan_id = :scanId AND present AND (
      (:closes AND report_id <> :reportId) OR finding_id IN (SELECT finding_id FROM incoming WHERE is_gone)
    )`);
  await run(`
    UPDATE sightings SET present = false FROM left_behind
    WHERE scan_id = :scanId AND sightings.finding_id = left_behind.finding_id`);
  const known = await refreshFromSightings(transaction, {
    ids: `SELECT finding_id FROM incoming WHERE NOT is_new AND finding_id IS NOT NULL UNION SELECT finding_id FROM left_behind`,
    by: options.tool,
    at: options.at,
    slaDays,
  });
  await run(`
    UPDATE findings SET severity_source = incoming.severity_source FROM incoming
    WHERE findings.id = finding_id AND NOT is_new AND findings.severity = incoming.severity
      AND incoming.severity_source <> findings.severity_source`);
  await applyStatements(transaction, {
    serviceId: options.serviceId,
    findings: 'SELECT finding_id FROM incoming WHERE is_new',
  });
  const added = await restateFindings(transaction, {
    before: transaction.raw(
      'SELECT finding_id AS id, NULL::text AS from_state, severity AS from_severity FROM incoming WHERE is_new',
    ),
    cause: { kind: 'report', by: options.tool, at: options.at },
    slaDays,
  });
  return {
    opened: added.opened,
    closed: known.fixed,
    reopened: known.reopened,
  };
}
