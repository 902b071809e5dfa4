import type { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';

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
  const { rows }: { rows: ShaRow[] } = await transaction.raw(
    `SELECT c.entity_id, c.position, encode(c.sha, 'hex') AS sha
     FROM commits c JOIN unnest(?::integer[], ?::integer[]) AS w (entity_id, position)
       ON w.entity_id = c.entity_id AND w.position = c.position
     WHERE ${isOneOf('c.entity_id', entityIds)}`,
    [
      wanted.flatMap(({ entityId, positions }) =>
        positions.map(() => entityId),
      ),
      wanted.flatMap(({ positions }) => positions),
    ],
  );
  for (const { entity_id: entityId, position, sha } of rows) {
    shas.get(entityId)?.set(position, sha);
  }
  return shas;
}

type ShaRow = { entity_id: number; position: number; sha: string };
