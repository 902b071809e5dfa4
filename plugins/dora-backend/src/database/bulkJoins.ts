import type { Knex } from 'knex';
import { runStatements } from './runStatements';

/**
 * Statements for a transaction that brings many rows and then joins them. The planner knows nothing of such rows yet and would
 * look each of millions up in an index, or join by the entity alone first, which costs the square of a history: it is told to
 * build hashes, and to join in the order in which a query is written.
 */
export const bulkJoins = [
  'SET LOCAL enable_nestloop = off',
  'SET LOCAL enable_mergejoin = off',
  'SET LOCAL join_collapse_limit = 1',
];

/** Take back what {@link bulkJoins} tell. */
export const usualJoins = [
  'SET LOCAL enable_nestloop TO DEFAULT',
  'SET LOCAL enable_mergejoin TO DEFAULT',
  'SET LOCAL join_collapse_limit TO DEFAULT',
];

/**
 * Does a part of such a transaction that looks few rows up in tables of the whole company, which no hash is worth being built
 * of: with the usual joins.
 */
export async function withUsualJoins<T>(
  transaction: Knex.Transaction,
  work: () => Promise<T>,
): Promise<T> {
  await runStatements(transaction, usualJoins);
  const result = await work();
  await runStatements(transaction, bulkJoins);
  return result;
}
