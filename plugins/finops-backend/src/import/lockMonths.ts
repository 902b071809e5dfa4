import type { Knex } from 'knex';

/**
 * Holds billing months until the end of the transaction, in their order: who writes lines, shares or sums of a month holds it first.
 */
export async function lockMonths(
  transaction: Knex.Transaction,
  months: readonly string[],
): Promise<void> {
  for (const month of [...new Set(months)].sort()) {
    await transaction.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [
      `finops month ${month}`,
    ]);
  }
}
