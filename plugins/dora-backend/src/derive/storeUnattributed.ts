import type { Knex } from 'knex';
import type { UnattributedReport } from './Outcome';

/** Replaces what is charged to none of an entity's deployments. */
export async function storeUnattributed(
  transaction: Knex.Transaction,
  options: { entityId: number; unattributed: readonly UnattributedReport[] },
): Promise<void> {
  const { entityId, unattributed } = options;
  const numbers = unattributed.map(({ number }) => number);
  await transaction.raw(
    `DELETE FROM unattributed WHERE entity_id = ? AND report_number <> ALL (?::integer[])`,
    [entityId, numbers],
  );
  if (numbers.length === 0) {
    return;
  }
  await transaction.raw(
    `INSERT INTO unattributed AS known (entity_id, report_number, reason, at)
     SELECT ?::integer, u.number, u.reason, timestamptz 'epoch' + u.ms * interval '1 millisecond'
     FROM unnest(?::integer[], ?::text[], ?::bigint[]) AS u (number, reason, ms)
     ON CONFLICT (entity_id, report_number) DO UPDATE SET reason = excluded.reason, at = excluded.at
     WHERE (known.reason, known.at) IS DISTINCT FROM (excluded.reason, excluded.at)`,
    [
      entityId,
      numbers,
      unattributed.map(({ reason }) => reason),
      unattributed.map(({ at }) => at),
    ],
  );
}
