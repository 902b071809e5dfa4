import type { Knex } from 'knex';

/** What a statement did: how many rows it touched, and those that it gave. */
export type StatementResult = {
  rowCount: number | null;
  rows: Record<string, unknown>[];
};

/**
 * Runs statements one after the other, sent in one message: an import is many small steps, and the way there and back
 * costs more than most of them.
 *
 * @param statements - without bindings; what goes into their text must be numbers.
 */
export async function runStatements(
  transaction: Knex.Transaction,
  statements: readonly string[],
): Promise<StatementResult[]> {
  const result: StatementResult | StatementResult[] = await transaction.raw(
    statements.join(';\n'),
  );
  return Array.isArray(result) ? result : [result];
}
