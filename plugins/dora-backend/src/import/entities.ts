import type { Knex } from 'knex';
import { arrayText } from '../database/arrayText';
import { isOneOf } from '../database/isOneOf';
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

/** The same for some entities: always in the order of their names, so that none waits for another in a circle. */
export async function lockEntities(
  transaction: Knex.Transaction,
  entityRefs: readonly string[],
): Promise<void> {
  await transaction.raw(
    `SELECT pg_advisory_xact_lock(hashtextextended('dora:' || ref, 0)) FROM unnest(?::text[]) AS e (ref)`,
    [[...entityRefs].sort()],
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

/** The same for some entities, in their order. */
export async function ensureEntities(
  transaction: Knex,
  entityRefs: readonly string[],
): Promise<number[]> {
  const ids = new Map<string, number>();
  const look = async () => {
    const { rows }: { rows: { id: number; entity_ref: string }[] } =
      await transaction.raw(
        'SELECT id, entity_ref FROM entities WHERE entity_ref = ANY (?::text[])',
        [[...entityRefs]],
      );
    rows.forEach(row => ids.set(row.entity_ref, row.id));
  };
  await look();
  const missing = entityRefs.filter(ref => !ids.has(ref)).sort();
  if (missing.length > 0) {
    // Rows of the same name wait for each other: all come in the order of names.
    await transaction.raw(
      `INSERT INTO entities (entity_ref) SELECT ref FROM unnest(?::text[]) AS e (ref) ON CONFLICT (entity_ref) DO NOTHING`,
      [missing],
    );
    await look();
  }
  return entityRefs.map(ref => {
    const id = ids.get(ref);
    if (id === undefined) {
      throw new Error(`${ref} has no row although one was just written`);
    }
    return id;
  });
}

/** Counts the facts of some entities by the way they came, for the list of sources. */
export async function countFacts(
  transaction: Knex.Transaction,
  entityIds: readonly number[],
): Promise<void> {
  const { git, import: imported, demo } = provenanceBits;
  const bits = [git, imported, demo];
  const counts = (table: string) =>
    `SELECT entity_id, ${bits
      .map(bit => `count(*) FILTER (WHERE provenance & ${bit} <> 0) AS n${bit}`)
      .join(', ')} FROM ${table} WHERE ${isOneOf(
      'entity_id',
      entityIds,
    )} GROUP BY 1`;
  await transaction.raw(
    `INSERT INTO source_status (entity_id, provenance, commits, releases)
     SELECT e.id, b.bit, b.commits, b.releases
     FROM unnest('${arrayText(entityIds)}'::integer[]) AS e (id)
     LEFT JOIN (${counts('commits')}) c ON c.entity_id = e.id
     LEFT JOIN (${counts('releases')}) r ON r.entity_id = e.id
     CROSS JOIN LATERAL (VALUES ${bits
       .map(
         bit =>
           `(${bit}::smallint, coalesce(c.n${bit}, 0), coalesce(r.n${bit}, 0))`,
       )
       .join(', ')}) b (bit, commits, releases)
     ORDER BY 1, 2
     ON CONFLICT (entity_id, provenance) DO UPDATE SET commits = excluded.commits, releases = excluded.releases`,
  );
}
