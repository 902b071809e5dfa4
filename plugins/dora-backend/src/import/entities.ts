import type { Knex } from 'knex';

/**
 * Lets one writer at a time change an entity's facts, until the end of the transaction.
 */
export async function lockEntity(
  transaction: Knex.Transaction,
  entityRef: string,
): Promise<void> {
  await transaction.raw(
    `SELECT pg_advisory_xact_lock(hashtextextended('dora:' || ?::text, 0))`,
    [entityRef],
  );
}

/**
 * The same where nobody else has it. The lock of an entity comes before its row in the list of derivations, everywhere.
 *
 * @returns Whether it was free.
 */
export async function tryLockEntity(
  transaction: Knex.Transaction,
  entityRef: string,
): Promise<boolean> {
  const { rows } = await transaction.raw(
    `SELECT pg_try_advisory_xact_lock(hashtextextended('dora:' || ?::text, 0)) AS free`,
    [entityRef],
  );
  return rows[0].free;
}

/** The number of an entity, given at its first fact. */
export async function ensureEntity(
  transaction: Knex,
  entityRef: string,
): Promise<number> {
  await transaction('entities')
    .insert({ entity_ref: entityRef })
    .onConflict('entity_ref')
    .ignore();
  const row = await transaction('entities')
    .where({ entity_ref: entityRef })
    .first('id');
  return row.id;
}

/** Counts an entity's facts by the way they came, for the list of sources. */
export async function countFacts(
  transaction: Knex.Transaction,
  entityId: number,
): Promise<void> {
  await transaction.raw(
    `INSERT INTO source_status (entity_id, provenance, commits, releases)
     SELECT ?::integer, b.bit,
       (SELECT count(*) FROM commits c WHERE c.entity_id = ? AND c.provenance & b.bit <> 0),
       (SELECT count(*) FROM releases r WHERE r.entity_id = ? AND r.provenance & b.bit <> 0)
     FROM (VALUES (1::smallint), (2::smallint), (4::smallint)) b (bit)
     ON CONFLICT (entity_id, provenance) DO UPDATE SET commits = excluded.commits, releases = excluded.releases`,
    [entityId, entityId, entityId],
  );
}
