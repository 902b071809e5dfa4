import type { Knex } from 'knex';
import { arrayText } from '../database/arrayText';
import { bulkJoins, usualJoins } from '../database/bulkJoins';
import { runStatements } from '../database/runStatements';

/** Commits of an entity, by their positions. */
export type CommitPositions = {
  entityId: number;
  positions: readonly number[];
};

/** The full names of commits of some entities, by entity and position. */
export async function readShas(
  transaction: Knex.Transaction,
  wanted: readonly CommitPositions[],
): Promise<Map<number, Map<number, string>>> {
  const entityIds = wanted.map(({ entityId }) => entityId);
  const shas = new Map(
    entityIds.map(id => [id, new Map<number, string>()] as const),
  );
  if (wanted.length === 0) {
    return shas;
  }
  // Few of many: each is looked up, whatever joins the transaction has been told to make.
  const results = await runStatements(transaction, [
    ...usualJoins,
    `SELECT c.entity_id, c.position, encode(c.sha, 'hex') AS sha
     FROM unnest('${arrayText(
       wanted.flatMap(({ entityId, positions }) =>
         positions.map(() => entityId),
       ),
     )}'::integer[], '${arrayText(
      wanted.flatMap(({ positions }) => positions),
    )}'::integer[]) AS w (entity_id, position)
     JOIN commits c ON c.entity_id = w.entity_id AND c.position = w.position`,
    ...bulkJoins,
  ]);
  for (const row of results[usualJoins.length].rows) {
    shas.get(Number(row.entity_id))?.set(Number(row.position), String(row.sha));
  }
  return shas;
}
