import type { Knex } from 'knex';
import type { SlaDays } from '../findings/dueSql';
import {
  restateFindings,
  type RestatementResult,
} from '../findings/restateFindings';

/**
 * Says again of findings what follows from who sees them: whether they are there, whether every tool that sees them leaves them out,
 * and the worst severity that one of them gives.
 *
 * @param options - `ids`: a query of the column `id`
 */
export async function refreshFromSightings(
  transaction: Knex.Transaction,
  options: {
    ids: string;
    by: string;
    reason?: string;
    at?: Date;
    slaDays: SlaDays;
  },
): Promise<RestatementResult> {
  const { ids, by, reason, at, slaDays } = options;
  await transaction.raw(`
    CREATE TEMPORARY TABLE refreshed ON COMMIT DROP AS
    SELECT id, state AS from_state, severity AS from_severity FROM findings
    WHERE id IN (${ids}) ORDER BY id FOR UPDATE`);
  await transaction.raw('ANALYZE refreshed');
  await transaction.raw(`
    UPDATE findings SET
      present = seen.present,
      tool_suppressed = coalesce(seen.suppressed, tool_suppressed),
      severity = coalesce(seen.severity, findings.severity),
      severity_source = CASE WHEN coalesce(seen.severity, findings.severity) = findings.severity THEN severity_source ELSE seen.tool END
    FROM (
      SELECT finding_id, bool_or(present) AS present,
             bool_and(suppressed) FILTER (WHERE present) AS suppressed,
             max(severity) FILTER (WHERE present) AS severity,
             (array_agg(tool ORDER BY severity DESC, tool) FILTER (WHERE present))[1] AS tool
      FROM sightings JOIN refreshed ON refreshed.id = finding_id JOIN scans ON scans.id = scan_id
      GROUP BY finding_id
    ) AS seen
    WHERE findings.id = seen.finding_id AND (
      findings.present <> seen.present
      OR findings.tool_suppressed <> coalesce(seen.suppressed, findings.tool_suppressed)
      OR findings.severity <> coalesce(seen.severity, findings.severity)
    )`);
  const result = await restateFindings(transaction, {
    before: transaction.raw(
      'SELECT id, from_state, from_severity FROM refreshed',
    ),
    cause: { kind: 'report', by, reason, at },
    slaDays,
  });
  await transaction.raw('DROP TABLE refreshed');
  return result;
}
