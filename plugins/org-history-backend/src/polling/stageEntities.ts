import type { Knex } from 'knex';
import type { EntityStatements } from './readEntity';

/** Makes the temporary tables into which a read of the catalog goes. They end with the transaction. */
export async function createStaging(transaction: Knex.Transaction) {
  await transaction.raw(`
    CREATE TEMPORARY TABLE staged_edges (
      from_ref text COLLATE "C" NOT NULL, kind text NOT NULL, to_ref text COLLATE "C" NOT NULL
    ) ON COMMIT DROP`);
  await transaction.raw(`
    CREATE TEMPORARY TABLE staged_aliases (
      old_ref text COLLATE "C" NOT NULL, new_ref text COLLATE "C" NOT NULL
    ) ON COMMIT DROP`);
}

/** Adds a page of the catalog to the staging tables. */
export async function stageEntities(
  transaction: Knex.Transaction,
  page: EntityStatements[],
): Promise<void> {
  const [from, kinds, to]: string[][] = [[], [], []];
  const [oldRefs, newRefs]: string[][] = [[], []];
  for (const { ref, edges, formerRefs } of page) {
    for (const { kind, toRef } of edges) {
      from.push(ref);
      kinds.push(kind);
      to.push(toRef);
    }
    for (const formerRef of formerRefs) {
      oldRefs.push(formerRef);
      newRefs.push(ref);
    }
  }
  await transaction.raw(
    'INSERT INTO staged_edges SELECT * FROM unnest(?::text[], ?::text[], ?::text[])',
    [from, kinds, to],
  );
  if (oldRefs.length) {
    await transaction.raw(
      'INSERT INTO staged_aliases SELECT * FROM unnest(?::text[], ?::text[])',
      [oldRefs, newRefs],
    );
  }
}
