import type { Knex } from 'knex';
import { vulnerabilitiesMoveLock } from './mergeVulnerabilities';

/** Holds a service for the rest of the transaction, made where it is new: its reports come one after the other. */
export async function lockService(
  transaction: Knex.Transaction,
  entityRef: string,
): Promise<number> {
  // First of all, in every import: whoever moves findings between vulnerabilities then waits for none that waits for them.
  await transaction.raw(
    `SELECT pg_advisory_xact_lock_shared(${vulnerabilitiesMoveLock})`,
  );
  await transaction('services')
    .insert({ ref: entityRef })
    .onConflict('ref')
    .ignore();
  const { rows } = await transaction.raw<{ rows: Array<{ id: number }> }>(
    'SELECT id FROM services WHERE ref = ? FOR NO KEY UPDATE',
    [entityRef],
  );
  return rows[0].id;
}

/**
 * Holds the findings of a service, in the order in which everybody takes them. Whoever works on some of them meanwhile either has
 * them all by then or waits here: never for one, with another in hand that the import needs.
 */
export async function lockFindings(
  transaction: Knex.Transaction,
  serviceId: number,
): Promise<void> {
  await transaction.raw(
    `SELECT count(*) FROM (SELECT id FROM findings WHERE service_id = ? ORDER BY id FOR UPDATE) AS locked`,
    [serviceId],
  );
}

/** A scan as its last report left it; undefined where this is its first. */
export async function readScan(
  transaction: Knex.Transaction,
  scan: { serviceId: number; tool: string; scope: string },
): Promise<{ id: number; scannedAt?: Date } | undefined> {
  const row: { id: number; scanned_at: Date | null } | undefined =
    await transaction('scans')
      .where({
        service_id: scan.serviceId,
        tool: scan.tool,
        scope: scan.scope,
      })
      .first('id', 'scanned_at');
  return row && { id: row.id, scannedAt: row.scanned_at ?? undefined };
}

/** Notes that a report of a scan came. */
export async function noteScan(
  transaction: Knex.Transaction,
  scan: {
    serviceId: number;
    tool: string;
    scope: string;
    kinds: string[];
    reportId: string;
    at: Date;
    scannedAt?: Date;
  },
): Promise<number> {
  const { rows } = await transaction.raw<{ rows: Array<{ id: number }> }>(
    `INSERT INTO scans AS kept (service_id, tool, scope, kinds, last_report_id, last_report_at, scanned_at)
     VALUES (:serviceId, :tool, :scope, :kinds, :reportId, :at, :scannedAt)
     ON CONFLICT (service_id, tool, scope) DO UPDATE SET
       kinds = ARRAY(SELECT DISTINCT kind FROM unnest(kept.kinds || excluded.kinds) AS kind ORDER BY kind),
       last_report_id = excluded.last_report_id,
       last_report_at = greatest(kept.last_report_at, excluded.last_report_at),
       scanned_at = greatest(kept.scanned_at, excluded.scanned_at)
     RETURNING id`,
    { ...scan, scannedAt: scan.scannedAt ?? null },
  );
  return rows[0].id;
}
