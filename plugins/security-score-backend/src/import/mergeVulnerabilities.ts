import type { Knex } from 'knex';
import type { SlaDays } from '../findings/dueSql';
import { recountFindings } from '../findings/recountFindings';
import { refreshFromSightings } from './refreshFromSightings';
import { subjectSql } from './subjectSql';

/** Held shared by every import while it merges, and alone by who moves findings from one vulnerability to another. */
export const vulnerabilitiesMoveLock = `hashtext('security-score vulnerabilities move')`;

/**
 * Makes several vulnerabilities one, since a report gives them a name in common, and so their findings: of two about the same
 * package of a service, the older one stays, with what people said of either. The rows that are left stay, so that nobody who holds
 * their id meets a gap; no name leads to them.
 */
export async function mergeVulnerabilities(
  transaction: Knex.Transaction,
  kept: number,
  gone: readonly number[],
  slaDays: SlaDays,
): Promise<void> {
  await transaction.raw(
    `SELECT pg_advisory_xact_lock(${vulnerabilitiesMoveLock})`,
  );
  const bindings = { kept, gone: [...gone] };
  const run = async (sql: string) => transaction.raw(sql, bindings);
  await run(
    `UPDATE vulnerability_aliases SET vulnerability_id = :kept WHERE vulnerability_id = ANY(:gone)`,
  );
  await run(`
    UPDATE vulnerabilities AS kept SET
      description = coalesce(kept.description, other.description),
      cvss_score = coalesce(kept.cvss_score, other.cvss_score),
      cvss_vector = coalesce(kept.cvss_vector, other.cvss_vector),
      epss = coalesce(kept.epss, other.epss),
      kev = coalesce(kept.kev, other.kev),
      kev_due = coalesce(kept.kev_due, other.kev_due),
      cwes = CASE WHEN kept.cwes = '{}' THEN other.cwes ELSE kept.cwes END,
      links = CASE WHEN kept.links = '{}' THEN other.links ELSE kept.links END
    FROM vulnerabilities AS other WHERE kept.id = :kept AND other.id = ANY(:gone)`);
  // In the order in which everybody else takes them.
  await run(
    `SELECT id FROM findings WHERE vulnerability_id = :kept OR vulnerability_id = ANY(:gone) ORDER BY id FOR UPDATE`,
  );
  await run(
    `UPDATE findings SET vulnerability_id = :kept WHERE vulnerability_id = ANY(:gone)`,
  );
  await run(
    `UPDATE findings SET subject = ${subjectSql(
      'findings',
      `''`,
    )} WHERE vulnerability_id = :kept`,
  );
  await run(`
    CREATE TEMPORARY TABLE merged_findings ON COMMIT DROP AS
    SELECT id AS gone_id, kept_id FROM (
      SELECT id, first_value(id) OVER (PARTITION BY service_id, subject, variant ORDER BY first_seen, id) AS kept_id
      FROM findings WHERE vulnerability_id = :kept
    ) AS ranked WHERE id <> kept_id`);
  await mergeFindings(transaction, slaDays);
  await transaction.raw('DROP TABLE merged_findings');
}

async function mergeFindings(
  transaction: Knex.Transaction,
  slaDays: SlaDays,
): Promise<void> {
  const run = async (sql: string) => transaction.raw(sql);
  await run(`
    INSERT INTO sightings AS kept (finding_id, scan_id, report_id, severity, suppressed, present, first_seen, last_seen)
    SELECT DISTINCT ON (kept_id, scan_id) kept_id, scan_id, report_id, severity, suppressed, present, first_seen, last_seen
    FROM sightings JOIN merged_findings ON gone_id = finding_id ORDER BY kept_id, scan_id, last_seen DESC
    ON CONFLICT (finding_id, scan_id) DO UPDATE SET
      present = kept.present OR excluded.present,
      suppressed = kept.suppressed AND excluded.suppressed,
      severity = greatest(kept.severity, excluded.severity),
      first_seen = least(kept.first_seen, excluded.first_seen),
      last_seen = greatest(kept.last_seen, excluded.last_seen)`);
  await run(`
    UPDATE findings SET
      first_seen = least(findings.first_seen, other.first_seen),
      open_since = least(findings.open_since, other.open_since),
      accepted_until = greatest(findings.accepted_until, other.accepted_until),
      triage = CASE WHEN findings.triage = 'new' THEN coalesce(other.triage, 'new') ELSE findings.triage END,
      assignee = coalesce(findings.assignee, other.assignee),
      vex = coalesce(findings.vex, other.vex)
    FROM (
      SELECT kept_id, min(first_seen) AS first_seen, min(open_since) AS open_since, max(accepted_until) AS accepted_until,
             max(triage) FILTER (WHERE triage <> 'new') AS triage, max(assignee) AS assignee, max(vex) AS vex
      FROM findings JOIN merged_findings ON gone_id = id GROUP BY kept_id
    ) AS other WHERE findings.id = kept_id`);
  await run(`
    INSERT INTO exception_findings (exception_id, finding_id)
    SELECT exception_id, kept_id FROM exception_findings JOIN merged_findings ON gone_id = finding_id
    ON CONFLICT DO NOTHING`);
  await run(`
    UPDATE finding_events SET finding_id = kept_id FROM merged_findings WHERE finding_id = gone_id`);
  // They counted as two until now.
  await run(`
    INSERT INTO finding_days AS kept (service_id, day, severity, other)
    SELECT service_id, (now() AT TIME ZONE 'UTC')::date, severity, -count(*) FROM findings
    JOIN merged_findings ON gone_id = id WHERE state = 'open' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (service_id, day, severity) DO UPDATE SET other = kept.other + excluded.other`);
  await run(`
    INSERT INTO score_queue (service_id)
    SELECT DISTINCT service_id FROM findings JOIN merged_findings ON kept_id = id ORDER BY 1 ON CONFLICT DO NOTHING`);
  await run(`DELETE FROM findings USING merged_findings WHERE id = gone_id`);
  await refreshFromSightings(transaction, {
    ids: 'SELECT DISTINCT kept_id AS id FROM merged_findings',
    by: 'security-score',
    reason: 'Two names turned out to be one vulnerability',
    slaDays,
  });
  await recountFindings(
    transaction,
    'SELECT DISTINCT service_id FROM findings JOIN merged_findings ON kept_id = id',
  );
}
