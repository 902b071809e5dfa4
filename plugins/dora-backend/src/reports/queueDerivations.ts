import type { Knex } from 'knex';

/**
 * Asks for the derived rows of entities to be made again.
 *
 * The order matters: who derives takes the row here first and then the lock of the entity. So does every writer.
 *
 * @param options - `history` says that commits may differ, too.
 */
export async function queueDerivations(
  transaction: Knex.Transaction,
  entityIds: Iterable<number>,
  options: { history: boolean },
): Promise<void> {
  const sorted = [...entityIds].sort((a, b) => a - b);
  if (sorted.length > 0) {
    await transaction.raw(
      `INSERT INTO derivations AS d (entity_id, requested_at, history)
       SELECT e.id, clock_timestamp(), ?::boolean FROM unnest(?::integer[]) WITH ORDINALITY AS e (id, n) ORDER BY e.n
       ON CONFLICT (entity_id) DO UPDATE SET requested_at = excluded.requested_at, history = d.history OR excluded.history`,
      [options.history, sorted],
    );
  }
}

/** The same for every entity that anything was reported of. */
export async function queueAllReported(
  transaction: Knex.Transaction,
): Promise<void> {
  await transaction.raw(
    `INSERT INTO derivations (entity_id, requested_at)
     SELECT id, clock_timestamp() FROM entities e
     WHERE EXISTS (SELECT 1 FROM report_entities r WHERE r.entity_id = e.id) ORDER BY id
     ON CONFLICT (entity_id) DO UPDATE SET requested_at = excluded.requested_at`,
  );
}
