import type { Knex } from 'knex';
import type { UnattributedReport } from './Outcome';

/** Replaces what is charged to none of the deployments of some entities. */
export async function storeUnattributed(
  transaction: Knex.Transaction,
  options: {
    entityIds: readonly number[];
    unattributed: readonly (UnattributedReport & { entityId: number })[];
  },
): Promise<void> {
  const { entityIds, unattributed } = options;
  const owners = unattributed.map(({ entityId }) => entityId);
  const numbers = unattributed.map(({ number }) => number);
  await transaction.raw(
    `DELETE FROM unattributed u WHERE u.entity_id = ANY (?::integer[]) AND NOT EXISTS (
       SELECT FROM unnest(?::integer[], ?::integer[]) AS n (entity_id, number)
       WHERE n.entity_id = u.entity_id AND n.number = u.report_number)`,
    [[...entityIds], owners, numbers],
  );
  if (numbers.length === 0) {
    return;
  }
  await transaction.raw(
    `INSERT INTO unattributed AS known (entity_id, report_number, reason, at)
     SELECT u.entity_id, u.number, u.reason, timestamptz 'epoch' + u.ms * interval '1 millisecond'
     FROM unnest(?::integer[], ?::integer[], ?::text[], ?::bigint[]) AS u (entity_id, number, reason, ms)
     ON CONFLICT (entity_id, report_number) DO UPDATE SET reason = excluded.reason, at = excluded.at
     WHERE (known.reason, known.at) IS DISTINCT FROM (excluded.reason, excluded.at)`,
    [
      owners,
      numbers,
      unattributed.map(({ reason }) => reason),
      unattributed.map(({ at }) => at),
    ],
  );
}
