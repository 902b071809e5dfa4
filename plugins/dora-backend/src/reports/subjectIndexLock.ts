import type { Knex } from 'knex';

const key = `hashtextextended('dora:subject-keys', 0)`;

/**
 * Keeps the keys of components as they are until the end of the transaction. Any number of writers can hold it: each
 * report is either matched by the keys that it finds, or is there when new keys look for it.
 */
export async function shareSubjectKeys(
  transaction: Knex.Transaction,
): Promise<void> {
  await transaction.raw(`SELECT pg_advisory_xact_lock_shared(${key})`);
}

/** Waits until nobody matches by the keys, so that they can be changed. */
export async function claimSubjectKeys(
  transaction: Knex.Transaction,
): Promise<void> {
  await transaction.raw(`SELECT pg_advisory_xact_lock(${key})`);
}
