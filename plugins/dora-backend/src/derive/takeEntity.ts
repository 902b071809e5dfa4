import type { Knex } from 'knex';
import { lockEntity } from '../import/entities';

/**
 * Takes the entity that waits longest off the list of derivations, locked until the end of the transaction. One that another
 * instance, or a writer of reports, has is passed over. Its row here comes before its lock, everywhere.
 *
 * @returns Its number, and whether its commits may differ since it was derived.
 */
export async function takeEntity(
  transaction: Knex.Transaction,
): Promise<{ id: number; history: boolean } | undefined> {
  const { rows } = await transaction.raw(
    `DELETE FROM derivations WHERE entity_id = (
       SELECT entity_id FROM derivations WHERE requested_at <= clock_timestamp()
       ORDER BY requested_at, entity_id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING entity_id AS id, history, (SELECT entity_ref FROM entities WHERE id = entity_id) AS entity_ref`,
  );
  const [taken] = rows;
  if (!taken) {
    return undefined;
  }
  await lockEntity(transaction, taken.entity_ref);
  return { id: taken.id, history: taken.history };
}
