import type { Knex } from 'knex';

/** So few changes leave statistics as they are. */
const fewRows = 1_000;

/**
 * Tells the planner what a transaction has just written to a table, since who reads it next is the same transaction. A table that did
 * not become twice as large is known well enough.
 *
 * @param options - `columns`: those that are joined and filtered by; all by default, which takes longer
 */
export async function refreshStatistics(
  transaction: Knex.Transaction,
  table: string,
  { written, columns }: { written: number; columns?: readonly string[] },
): Promise<void> {
  if (written < fewRows) {
    return;
  }
  const { rows } = await transaction.raw(
    'SELECT reltuples <= ? AS due FROM pg_class WHERE oid = to_regclass(?)',
    [written, table],
  );
  if (rows[0]?.due) {
    await transaction.raw(
      columns
        ? `ANALYZE ?? (${columns.map(() => '??').join(', ')})`
        : 'ANALYZE ??',
      [table, ...(columns ?? [])],
    );
  }
}
