import type { Knex } from 'knex';
import { provenanceBits } from '../database/provenance';

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

/** The number of an entity, given at its first fact. */
export async function ensureEntity(
  transaction: Knex,
  entityRef: string,
): Promise<number> {
  const known = () =>
    transaction('entities').where({ entity_ref: entityRef }).first('id');
  const row =
    (await known()) ??
    (
      await transaction('entities')
        .insert({ entity_ref: entityRef })
        .onConflict('entity_ref')
        .ignore()
        .returning('id')
    )[0] ??
    // Somebody else was faster.
    (await known());
  return row.id;
}

/** Counts an entity's facts by the way they came, for the list of sources. */
export async function countFacts(
  transaction: Knex.Transaction,
  entityId: number,
): Promise<void> {
  const { git, import: imported, demo } = provenanceBits;
  const counts = (table: string) =>
    `SELECT ${[git, imported, demo]
      .map(bit => `count(*) FILTER (WHERE provenance & ${bit} <> 0) AS n${bit}`)
      .join(', ')} FROM ${table} WHERE entity_id = ${entityId}`;
  await transaction.raw(
    `INSERT INTO source_status (entity_id, provenance, commits, releases)
     SELECT ${entityId}, b.bit, b.commits, b.releases
     FROM (${counts('commits')}) c, (${counts('releases')}) r,
       LATERAL (VALUES ${[git, imported, demo]
         .map(bit => `(${bit}::smallint, c.n${bit}, r.n${bit})`)
         .join(', ')}) b (bit, commits, releases)
     ON CONFLICT (entity_id, provenance) DO UPDATE SET commits = excluded.commits, releases = excluded.releases`,
  );
}
