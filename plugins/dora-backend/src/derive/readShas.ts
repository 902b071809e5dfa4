import type { Knex } from 'knex';

/** The full names of an entity's commits, by their positions. */
export async function readShas(
  transaction: Knex.Transaction,
  options: { entityId: number; positions: readonly number[] },
): Promise<Map<number, string>> {
  const { entityId, positions } = options;
  const { rows }: { rows: { position: number; sha: string }[] } =
    await transaction.raw(
      `SELECT position, encode(sha, 'hex') AS sha FROM commits
       WHERE entity_id = ? AND position = ANY (?::integer[])`,
      [entityId, [...positions]],
    );
  return new Map(rows.map(({ position, sha }) => [position, sha]));
}
