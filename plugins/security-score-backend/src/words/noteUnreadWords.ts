import type { Knex } from 'knex';

/**
 * Notes that words of findings of some services changed, so that a search reads those findings until the words were read. Whoever
 * changes a title, a name, a package or a path calls this, after the change and in its transaction.
 *
 * It waits for who reads the words of the same service at this moment, so that no change falls between what was read and the note.
 *
 * @param services - a query of the column `id`
 */
export async function noteUnreadWords(
  transaction: Knex.Transaction,
  services: Knex.Raw,
): Promise<void> {
  await transaction.raw(
    `INSERT INTO unread_words (service_id) SELECT id FROM (?) AS changed ORDER BY id
     ON CONFLICT (service_id) DO UPDATE SET since = excluded.since`,
    [services],
  );
}
