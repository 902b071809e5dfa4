import type { Knex } from 'knex';
import { bulkJoins } from '../database/bulkJoins';
import { copyIn } from '@portal/bulk-import';
import { runStatements } from '../database/runStatements';
import { temporaryTable } from '../database/temporaryTable';
import { stagingColumns } from './encodeRecord';

/** The planner's guess is good enough for fewer rows, and costs nothing. */
const rowsWorthAnalyzing = 10_000;

/**
 * Makes sure of the table that an import lands in first. It belongs to the connection, and its rows to the transaction, so
 * that an import that breaks off leaves nothing behind.
 */
export async function createStaging(
  transaction: Knex.Transaction,
): Promise<void> {
  await runStatements(transaction, [
    `SET LOCAL work_mem = '64MB'`,
    ...bulkJoins,
    temporaryTable(
      'staging',
      `line bigint NOT NULL,
       entity integer NOT NULL,
       type text NOT NULL,
       sha bytea,
       first_parent bytea,
       other_parents bytea[],
       authored_ms bigint,
       at_ms bigint,
       author text,
       kind text,
       reverts text,
       pull_request bigint,
       label text COLLATE "C",
       number bigint,
       report jsonb`,
    ),
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
    await runStatements(transaction, [
      // How many there are matters, not which: a sample of 3,000 rows tells.
      'SET LOCAL default_statistics_target = 10',
      'ANALYZE staging (entity, type)',
    ]);
  }
}
