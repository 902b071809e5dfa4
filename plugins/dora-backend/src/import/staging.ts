import type { Knex } from 'knex';
import { copyIn } from '../database/copy';
import { runStatements } from '../database/runStatements';
import { stagingColumns } from './encodeRecord';

/** The planner's guess is good enough for fewer rows, and costs nothing. */
const rowsWorthAnalyzing = 10_000;

/**
 * Makes the table that an import lands in first. It belongs to the connection and dies with the transaction, so that
 * an import that breaks off leaves nothing behind.
 */
export async function createStaging(
  transaction: Knex.Transaction,
): Promise<void> {
  await runStatements(transaction, [
    `SET LOCAL work_mem = '64MB'`,
    `CREATE TEMPORARY TABLE staging (
       line bigint NOT NULL,
       type text NOT NULL,
       sha bytea,
       first_parent bytea,
       other_parents text[],
       authored_ms bigint,
       at_ms bigint,
       author text,
       kind text,
       reverts text,
       pull_request bigint,
       label text COLLATE "C",
       number bigint,
       report jsonb
     ) ON COMMIT DROP`,
  ]);
}

/** Fills the staging table with rows in COPY's text format. */
export async function fillStaging(
  transaction: Knex.Transaction,
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const count = await copyIn(
    transaction,
    `COPY staging (${stagingColumns.join(', ')}) FROM STDIN`,
    rows,
  );
  if (count >= rowsWorthAnalyzing) {
    await transaction.raw('ANALYZE staging');
  }
}
