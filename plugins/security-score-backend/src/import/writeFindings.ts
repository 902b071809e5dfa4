import type { Knex } from 'knex';
import { dueSql, type SlaDays } from '../findings/dueSql';
import { restateFindings } from '../findings/restateFindings';
import type { PriorityTeller } from './PriorityTeller';
import { prioritise, priorityKeySql } from './prioritise';
import { applyStatements } from './applyStatements';
import { refreshFromSightings } from './refreshFromSightings';
import { updateKnownFindings } from './updateKnownFindings';

/** The report whose findings were matched. */
export type WriteOptions = {
  serviceId: number;
  scanId: number;
  reportId: string;
  tool: string;
  at: Date;
  slaDays: SlaDays;
  priorityTeller?: PriorityTeller;
  /** Whether what this scan saw before, and this report does not have, is gone. */
  closes: boolean;
};

/** What a report changed. */
export type WriteResult = {
  opened: number;
  closed: number;
  reopened: number;
  /** Whether findings may have other words now. */
  words: boolean;
};

/** The columns that a report tells of a finding that is new. */
const told = [
  ...[
    'kind',
    'subject',
    'variant',
    'vulnerability_id',
    'name',
    'line',
    'severity',
    'reachable',
  ].map(column => ({ column, from: 'incoming' })),
  ...[
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
    'cvss_score',
    'cvss_vector',
    'cwes',
    'links',
  ].map(column => ({ column, from: 'staged' })),
];

/** Writes the matched entries of `incoming` as findings and sightings, and says again where each of those stands. */
export async function writeFindings(
  transaction: Knex.Transaction,
  options: WriteOptions,
): Promise<WriteResult> {
  const { slaDays, priorityTeller, ...bindings } = options;
  const run = async (sql: string) => transaction.raw(sql, bindings);
  await run(`
    UPDATE incoming SET finding_id = nextval(pg_get_serial_sequence('findings', 'id')), is_new = true
    WHERE finding_id IS NULL AND NOT is_gone`);
  await run('CREATE INDEX ON incoming (finding_id)');
  await prioritise(transaction, options);
  // It is inserted as it will stand, so that restating it writes only what a statement of VEX changes.
  await run(`
    INSERT INTO findings (
      id, service_id, ${told
        .map(({ column }) => column)
        .join(', ')}, severity_source, tools, present, tool_suppressed, state,
      first_seen, last_seen, open_since, due_at, priority
    ) OVERRIDING SYSTEM VALUE
    SELECT finding_id, :serviceId, ${told
      .map(({ column, from }) => `${from}.${column}`)
      .join(
        ', ',
      )}, coalesce(incoming.severity_source, :tool), ARRAY[:tool]::text[], true, is_suppressed,
           CASE WHEN is_suppressed THEN 'suppressed' ELSE 'open' END, :at, :at, :at,
           ${dueSql(slaDays, {
             since: ':at::timestamptz',
             severity: 'incoming.severity',
           })}, coalesce(priority, 0)
    FROM incoming JOIN staged_findings AS staged USING (ordinal)
      LEFT JOIN priorities ON priorities.key = ${priorityKeySql} WHERE is_new ORDER BY finding_id`);
  const updated = await updateKnownFindings(transaction);
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
    areNew: true,
    cause: { kind: 'report', by: options.tool, at: options.at },
    slaDays,
  });
  return {
    opened: added.opened,
    closed: known.fixed,
    reopened: known.reopened,
    words: added.changed > 0 || updated > 0,
  };
}
