import type { Knex } from 'knex';
import { wordsKeySql } from './wordsKeySql';

const batch = 50;

/** Puts the words of findings into the index that searches use, after the reports that brought them. */
export class WordKeeper {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create({ client }: { client: Knex }): WordKeeper {
    return new WordKeeper(client);
  }

  /** Reads the words of all services that wait. Several instances share the work. @returns how many services there were. */
  async work(options: { signal?: AbortSignal } = {}): Promise<number> {
    let read = 0;
    while (!options.signal?.aborted) {
      const count = await this.#client.transaction(readSome);
      if (count === 0) {
        break;
      }
      read += count;
    }
    return read;
  }
}

async function readSome(transaction: Knex.Transaction): Promise<number> {
  const { rows } = await transaction.raw<{
    rows: Array<{ service_id: number }>;
  }>(
    `SELECT service_id FROM unread_words ORDER BY since, service_id LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
  );
  if (rows.length === 0) {
    return 0;
  }
  const ids = rows.map(row => row.service_id) as unknown as Knex.RawBinding;
  // Read after the rows above are held: whoever changes a finding now waits to say so, and is read the next time.
  await transaction.raw(
    `INSERT INTO finding_words (key, words)
     SELECT DISTINCT ${wordsKeySql('findings')}, words FROM findings
     WHERE service_id = ANY(?::integer[]) AND NOT EXISTS (
       SELECT FROM finding_words AS known WHERE known.key = ${wordsKeySql(
         'findings',
       )} AND known.words = findings.words
     )`,
    [ids],
  );
  await transaction.raw(
    'DELETE FROM unread_words WHERE service_id = ANY(?::integer[])',
    [ids],
  );
  return rows.length;
}
