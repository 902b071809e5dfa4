import type { Knex } from 'knex';
import { claimSubjectKeys } from './subjectIndexLock';

/**
 * Makes the keys of components those that are given, by what differs.
 *
 * @param keys - by entity reference, in lower case; of every component there is.
 */
export async function storeSubjectKeys(
  transaction: Knex.Transaction,
  keys: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const rows = [...keys].flatMap(([entityRef, own]) =>
    own.map(key => ({ entityRef, key })),
  );
  await transaction.raw(
    `CREATE TEMPORARY TABLE told_keys ON COMMIT DROP AS
     SELECT t.entity_ref, t.key COLLATE "C" AS key FROM unnest(?::text[], ?::text[]) AS t (entity_ref, key)`,
    [rows.map(({ entityRef }) => entityRef), rows.map(({ key }) => key)],
  );
  await transaction.raw('ANALYZE told_keys');
  await transaction.raw(
    `INSERT INTO entities (entity_ref)
     SELECT DISTINCT t.entity_ref FROM told_keys t
     WHERE NOT EXISTS (SELECT 1 FROM entities n WHERE n.entity_ref = t.entity_ref) ORDER BY 1
     ON CONFLICT DO NOTHING`,
  );
  const told = `SELECT t.key, n.id AS entity_id FROM told_keys t JOIN entities n ON n.entity_ref = t.entity_ref`;
  const known = 'SELECT key, entity_id FROM subject_keys';
  // Sets are compared by hash, whatever the planner knows of the tables.
  const fresh = `${told} EXCEPT ${known}`;
  const gone = `${known} EXCEPT ${told}`;
  const { rows: differences } = await transaction.raw(
    `SELECT 1 WHERE EXISTS (${fresh}) OR EXISTS (${gone})`,
  );
  // Mostly nothing differs, and nobody has to wait.
  if (differences.length > 0) {
    await claimSubjectKeys(transaction);
    await transaction.raw(
      `DELETE FROM subject_keys s USING (${gone}) g WHERE s.key = g.key AND s.entity_id = g.entity_id`,
    );
    await transaction.raw(
      `INSERT INTO subject_keys (key, entity_id, pending) SELECT f.key, f.entity_id, true FROM (${fresh}) f
       ON CONFLICT DO NOTHING`,
    );
  }
}
