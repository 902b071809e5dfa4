import type { Knex } from 'knex';
import { mergeAliases } from './mergeAliases';

/** How the history changed. */
export type MergeResult = { opened: number; closed: number; aliases: number };

/** Gives every staged reference its number, and turns the staged edges into numbers. */
export async function numberStaging(
  transaction: Knex.Transaction,
): Promise<void> {
  await transaction.raw(`
    WITH named AS (
      SELECT from_ref AS ref FROM staged_edges
      UNION SELECT to_ref FROM staged_edges
      UNION SELECT old_ref FROM staged_aliases
    ), numbered AS (
      SELECT named.ref,
        (SELECT coalesce(max(id), 0) FROM refs) + row_number() OVER (ORDER BY named.ref) AS id
      FROM named WHERE NOT EXISTS (SELECT FROM refs WHERE refs.ref = named.ref)
    )
    INSERT INTO refs (id, ref, kind, canonical_id)
    SELECT id, ref, split_part(ref, ':', 1), id FROM numbered`);
  await transaction.raw(`
    CREATE TEMPORARY TABLE seen_edges ON COMMIT DROP AS
    SELECT DISTINCT f.id AS from_id, s.kind, t.id AS to_id
    FROM staged_edges s JOIN refs f ON f.ref = s.from_ref JOIN refs t ON t.ref = s.to_ref`);
  await transaction.raw(
    'CREATE UNIQUE INDEX ON seen_edges (from_id, kind, to_id)',
  );
  await transaction.raw('ANALYZE seen_edges');
}

const vanished = `valid_to = 'infinity' AND NOT EXISTS (
  SELECT FROM seen_edges s WHERE (s.from_id, s.kind, s.to_id) = (edges.from_id, edges.kind, edges.to_id))`;

/** How many edges are open, and how many of them the catalog no longer has. */
export async function countVanished(
  transaction: Knex.Transaction,
): Promise<{ open: number; gone: number }> {
  const { rows } = await transaction.raw(`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE ${vanished})::int AS gone
    FROM edges WHERE valid_to = 'infinity'`);
  return rows[0];
}

/**
 * Makes the open edges those of the catalog, and writes down each change.
 *
 * @param at - the instant at which what is new begins and what is gone ends.
 * @param first - whether nothing was known before: then what is new was always there.
 */
export async function mergeStaging(
  transaction: Knex.Transaction,
  options: { at: Date; first: boolean },
): Promise<MergeResult> {
  const { at, first } = options;
  const aliases = await mergeAliases(transaction, at);
  const closed = await transaction.raw(
    `WITH closed AS (
       UPDATE edges SET valid_to = CAST(:at AS timestamptz) WHERE ${vanished}
       RETURNING from_id, kind, to_id, valid_from, valid_to
     )
     INSERT INTO changes (sequence, at, type, from_id, kind, to_id, valid_from, valid_to)
     SELECT (SELECT coalesce(max(sequence), 0) FROM changes)
         + row_number() OVER (ORDER BY from_id, kind, to_id),
       CAST(:at AS timestamptz), 'edge-closed', from_id, kind, to_id, valid_from, valid_to
     FROM closed`,
    { at },
  );
  const opened = await transaction.raw(
    `WITH opened AS (
       INSERT INTO edges (from_id, kind, to_id, valid_from, valid_to, from_canonical, to_canonical)
       SELECT s.from_id, s.kind, s.to_id, CAST(:from AS timestamptz), 'infinity', f.canonical_id, t.canonical_id
       FROM seen_edges s JOIN refs f ON f.id = s.from_id JOIN refs t ON t.id = s.to_id
       WHERE NOT EXISTS (
         SELECT FROM edges e WHERE (e.from_id, e.kind, e.to_id) = (s.from_id, s.kind, s.to_id)
           AND e.valid_to = 'infinity')
       RETURNING from_id, kind, to_id, valid_from, valid_to
     )
     INSERT INTO changes (sequence, at, type, from_id, kind, to_id, valid_from, valid_to)
     SELECT (SELECT coalesce(max(sequence), 0) FROM changes)
         + row_number() OVER (ORDER BY from_id, kind, to_id),
       CAST(:at AS timestamptz), 'edge-opened', from_id, kind, to_id, valid_from, valid_to
     FROM opened`,
    { at, from: first ? '-infinity' : at },
  );
  return { aliases, opened: opened.rowCount, closed: closed.rowCount };
}
