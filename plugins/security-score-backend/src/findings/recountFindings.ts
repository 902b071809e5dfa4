import type { Knex } from 'knex';

/**
 * Counts the findings of some services anew: after findings were deleted, which nothing else does.
 *
 * @param services - a query of the column `id`
 */
export async function recountFindings(
  transaction: Knex.Transaction,
  services: string,
): Promise<void> {
  await transaction.raw(
    `DELETE FROM finding_totals WHERE service_id IN (${services})`,
  );
  await transaction.raw(
    `INSERT INTO finding_totals (service_id, kind, state, severity, findings)
     SELECT service_id, kind, state, severity, count(*) FROM findings
     WHERE service_id IN (${services}) GROUP BY 1, 2, 3, 4`,
  );
}
