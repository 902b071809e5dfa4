import type { Knex } from 'knex';

/** Keeps the staged statements of VEX: the last word on each vulnerability and package counts. */
export async function keepStatements(
  transaction: Knex.Transaction,
  options: { serviceId: number; reportId: string; at: Date },
): Promise<void> {
  await transaction.raw(
    `INSERT INTO vex_statements AS kept (service_id, alias, package_key, package_version, status, reason, report_id, at)
     SELECT DISTINCT ON (alias, package_key, package_version)
       :serviceId, alias, package_key, package_version, status, reason, :reportId, :at
     FROM staged_statements ORDER BY alias, package_key, package_version, ordinal DESC
     ON CONFLICT (service_id, alias, package_key, package_version) DO UPDATE SET
       status = excluded.status, reason = excluded.reason, report_id = excluded.report_id, at = excluded.at
     WHERE kept.at <= excluded.at`,
    options,
  );
}

/**
 * Sets what the statements about a service say of some of its findings: the one that names the version before the one that names the
 * package before the one about the whole service, and of those the newest. Findings must be restated after it.
 *
 * @param options - `findings`: a query of ids
 */
export async function applyStatements(
  transaction: Knex.Transaction,
  options: { serviceId: number; findings: string },
): Promise<void> {
  const { rows } = await transaction.raw<{ rows: unknown[] }>(
    'SELECT FROM vex_statements WHERE service_id = ? LIMIT 1',
    [options.serviceId],
  );
  if (rows.length === 0) {
    return;
  }
  await transaction.raw(
    `UPDATE findings SET vex = said.status FROM (
       SELECT DISTINCT ON (findings.id) findings.id, vex_statements.status
       FROM vex_statements
       JOIN vulnerability_aliases USING (alias)
       JOIN findings ON findings.service_id = vex_statements.service_id
         AND findings.vulnerability_id = vulnerability_aliases.vulnerability_id
         AND vex_statements.package_key IN ('', findings.package_key)
         AND vex_statements.package_version IN ('', findings.package_version, findings.variant)
       WHERE vex_statements.service_id = :serviceId AND findings.id IN (${options.findings})
       ORDER BY findings.id, vex_statements.package_version = '', vex_statements.package_key = '', at DESC
     ) AS said
     WHERE findings.id = said.id AND findings.vex IS DISTINCT FROM said.status`,
    { serviceId: options.serviceId },
  );
}
