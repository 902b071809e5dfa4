import type { Knex } from 'knex';

/**
 * Makes the aliases those of the catalog. Returns how many changes that took.
 *
 * @remarks
 *
 * - An alias begins when an entity names a former name that the catalog no longer has: two living entities never share
 *   their facts because somebody copied a file with its annotations.
 * - It stays when its entity goes: facts do not move when a service ends.
 * - It ends when the old name is in the catalog again, when another entity claims it and the holder is gone, or when the
 *   entity is there and no longer claims it.
 *
 * The old name of an alias is never in the catalog, and an alias begins at an entity that is: no circle can come about.
 */
export async function mergeAliases(
  transaction: Knex.Transaction,
  at: Date,
): Promise<number> {
  await transaction.raw(`
    CREATE TEMPORARY TABLE living ON COMMIT DROP AS
    SELECT from_id AS id FROM seen_edges WHERE kind = 'existsIn'`);
  await transaction.raw(`
    CREATE TEMPORARY TABLE claims ON COMMIT DROP AS
    SELECT DISTINCT o.id AS old_id, n.id AS new_id, n.ref AS new_ref
    FROM staged_aliases s JOIN refs o ON o.ref = s.old_ref JOIN refs n ON n.ref = s.new_ref
    WHERE o.id NOT IN (SELECT id FROM living)`);
  const removed = await transaction.raw(
    `WITH removed AS (
       DELETE FROM aliases a
       WHERE old_id IN (SELECT id FROM living)
         OR (NOT EXISTS (SELECT FROM claims c WHERE (c.old_id, c.new_id) = (a.old_id, a.new_id))
           AND (new_id IN (SELECT id FROM living) OR old_id IN (SELECT old_id FROM claims)))
       RETURNING old_id, new_id
     ) ${recordChanges('removed', 'alias-removed')}`,
    { at },
  );
  const added = await transaction.raw(
    `WITH added AS (
       INSERT INTO aliases (old_id, new_id)
       SELECT DISTINCT ON (old_id) old_id, new_id FROM claims ORDER BY old_id, new_ref
       ON CONFLICT (old_id) DO NOTHING
       RETURNING old_id, new_id
     ) ${recordChanges('added', 'alias-added')}`,
    { at },
  );
  const changes = removed.rowCount + added.rowCount;
  if (changes > 0) {
    await followAliases(transaction);
  }
  return changes;
}

function recordChanges(source: string, type: string): string {
  return `INSERT INTO changes (sequence, at, type, from_id, to_id)
    SELECT (SELECT coalesce(max(sequence), 0) FROM changes) + row_number() OVER (ORDER BY old_id),
      CAST(:at AS timestamptz), '${type}', old_id, new_id
    FROM ${source}`;
}

/** Writes the names of today into references and edges. */
async function followAliases(transaction: Knex.Transaction): Promise<void> {
  await transaction.raw(`
    WITH RECURSIVE chain (id, target) AS (
      SELECT old_id, new_id FROM aliases
      UNION
      SELECT chain.id, aliases.new_id FROM chain JOIN aliases ON aliases.old_id = chain.target
    ), ends AS (
      SELECT id, target FROM chain WHERE target NOT IN (SELECT old_id FROM aliases)
    ), wanted AS (
      SELECT refs.id, coalesce(ends.target, refs.id) AS canonical_id
      FROM refs LEFT JOIN ends ON ends.id = refs.id
    )
    UPDATE refs SET canonical_id = wanted.canonical_id
    FROM wanted WHERE wanted.id = refs.id AND wanted.canonical_id <> refs.canonical_id`);
  await transaction.raw(`
    UPDATE edges SET from_canonical = f.canonical_id, to_canonical = t.canonical_id
    FROM refs f, refs t
    WHERE f.id = edges.from_id AND t.id = edges.to_id
      AND (f.canonical_id, t.canonical_id) <> (edges.from_canonical, edges.to_canonical)`);
}
